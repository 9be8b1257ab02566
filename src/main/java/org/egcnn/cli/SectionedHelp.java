/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lists a command's options under the headings of the groups they belong to. */
final class SectionedHelp implements IHelpSectionRenderer {

  /** Uses it for all commands. */
  static void install(CommandLine line) {
    install(line.getHelpSectionMap());
    line.getSubcommands().values().forEach(command -> install(command.getHelpSectionMap()));
  }

  private static void install(Map<String, IHelpSectionRenderer> sections) {
    sections.remove(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING);
    sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new SectionedHelp());
  }

  @Override
  public String render(Help help) {
    CommandSpec spec = help.commandSpec();
    Map<String, List<OptionSpec>> sections = new LinkedHashMap<>();
    List<OptionSpec> own = new ArrayList<>(spec.options());
    for (CommandSpec mixin : spec.mixins().values()) {
      if (mixin.userObject() instanceof OptionGroup group) {
        List<OptionSpec> options = new ArrayList<>();
        mixin.options().forEach(o -> options.add(spec.findOption(o.longestName())));
        own.removeAll(options);
        sections.put(group.heading(), options);
      }
    }
    StringBuilder text = new StringBuilder("\n").append(list(help, own));
    sections.forEach(
        (heading, options) ->
            text.append('\n').append(heading).append(":\n").append(list(help, options)));
    return text.toString();
  }

  private static String list(Help help, List<OptionSpec> options) {
    Help.Layout layout = help.createDefaultLayout();
    layout.addOptions(
        options.stream().filter(o -> !o.hidden()).toList(), help.createDefaultParamLabelRenderer());
    return layout.toString();
  }
}
