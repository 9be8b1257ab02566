/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.egcnn.task.Software;

/** Writes a {@link HtmlReport} as an HTML document. */
final class ReportMarkup {
  private final HtmlReport report;
  private final InlineAsset style = InlineAsset.read("report.css");
  private final InlineAsset script = InlineAsset.read("report.js");

  ReportMarkup(HtmlReport report) {
    this.report = report;
  }

  void writeTo(Appendable out) throws IOException {
    out.append("<!DOCTYPE html>\n");
    HtmlWriter html = new HtmlWriter(out);
    html.open("html", Map.of("lang", "en"));
    head(html);
    html.open("body");
    html.open("header").element("h1", report.title());
    blocks(html, report.summary());
    if (report.sections().size() > 1) {
      contents(html);
    }
    html.close();
    html.open("main");
    for (int i = 0; i < report.sections().size(); i++) {
      html.open("section", Map.of("id", anchor(i)));
      html.element("h2", report.sections().get(i).heading());
      blocks(html, report.sections().get(i).blocks());
      html.close();
    }
    html.close();
    html.element("footer", "Written by " + Software.nameAndVersion() + ".");
    html.asset("script", script);
    html.close().close();
  }

  private void head(HtmlWriter html) throws IOException {
    html.open("head");
    html.empty("meta", Map.of("charset", "utf-8"));
    html.empty("meta", named("http-equiv", "Content-Security-Policy", policy()));
    html.empty("meta", named("name", "viewport", "width=device-width, initial-scale=1"));
    html.element("title", report.title());
    html.asset("style", style);
    html.close();
  }

  /** Forbids to fetch anything, and to run or apply anything but what this program wrote. */
  private String policy() {
    return "default-src 'none'; img-src data:; style-src "
        + style.policySource()
        + "; script-src "
        + script.policySource();
  }

  private static Map<String, String> named(String attribute, String name, String content) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(attribute, name);
    attributes.put("content", content);
    return attributes;
  }

  private static void blocks(HtmlWriter html, List<ReportBlock> blocks) throws IOException {
    for (ReportBlock block : blocks) {
      block.writeTo(html);
    }
  }

  private void contents(HtmlWriter html) throws IOException {
    html.open("nav", Map.of("aria-label", "Contents")).open("ul");
    for (int i = 0; i < report.sections().size(); i++) {
      html.open("li");
      html.element("a", Map.of("href", "#" + anchor(i)), report.sections().get(i).heading());
      html.close();
    }
    html.close().close();
  }

  private static String anchor(int section) {
    return "section-" + (section + 1);
  }
}
