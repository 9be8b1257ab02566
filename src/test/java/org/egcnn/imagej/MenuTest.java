/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcnn.command.TrainCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** Fiji's menu and that of plain ImageJ are one, and all inputs can be macro options. */
class MenuTest {
  private static final Pattern LINE =
      Pattern.compile(
          "(Plugins>EG-CNN), \"([^\"]+)\", org\\.egcnn\\.imagej\\.EG_Bridge\\(\"(\\w+)\"\\)");

  private static Context context;

  @BeforeAll
  static void open() {
    context = new Context();
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Test
  void hasTheSameEntriesInBothWorlds() throws IOException {
    Map<String, String> fiji = new TreeMap<>();
    for (CommandInfo info : Commands.all(context)) {
      fiji.put(info.getMenuPath().getMenuString(), info.getClassName());
    }
    assertEquals(8, fiji.size());
    Map<String, String> plain = new TreeMap<>();
    for (String line : config()) {
      Matcher entry = LINE.matcher(line);
      assertTrue(entry.matches(), line);
      plain.put(
          entry.group(1).replace(">", " > ") + " > " + entry.group(2),
          "org.egcnn.command." + entry.group(3));
    }
    assertEquals(fiji, plain);
  }

  private static List<String> config() throws IOException {
    try (InputStream in = MenuTest.class.getResourceAsStream("/plugins.config")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  void namesOptionsSoThatImageJFindsEachAlone() {
    for (CommandInfo info : Commands.all(context)) {
      List<String> names = inputs(info).stream().map(CommandInput::name).toList();
      for (String name : names) {
        assertTrue(name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"), name);
        for (String other : names) {
          assertFalse(
              other.matches(".*[_0-9]" + name), other + " ends with " + name + " in " + info);
        }
      }
    }
  }

  @Test
  void describesEveryInputAndKeepsNone() {
    for (CommandInfo info : Commands.all(context)) {
      for (CommandInput input : inputs(info)) {
        String name = info.getTitle() + " " + input.name();
        assertFalse(input.item().isPersisted(), name);
        assertFalse(input.description().isBlank(), name);
        assertFalse(input.label().isBlank(), name);
        assertTrue(info.canRunHeadless(), name);
      }
    }
  }

  @Test
  void asksForFewThingsAtFirst() {
    CommandInfo train = context.service(CommandService.class).getCommand(TrainCommand.class);
    assertEquals(8, inputs(train).stream().filter(i -> !i.isAdvanced()).count());
    for (CommandInfo info : Commands.all(context)) {
      List<CommandInput> inputs = inputs(info);
      assertEquals(
          inputs.stream().anyMatch(CommandInput::isAdvanced),
          inputs.stream().anyMatch(i -> i.name().equals("advanced")),
          info.getTitle());
    }
  }

  private static List<CommandInput> inputs(CommandInfo info) {
    return new CommandInputs(
            context.service(org.scijava.module.ModuleService.class).createModule(info))
        .all();
  }
}
