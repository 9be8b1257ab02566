/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.report;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Writes elements with their text escaped, so that no name of a file, class or case can become
 * markup.
 */
public final class HtmlWriter {
  private final Appendable out;
  private final Deque<String> open = new ArrayDeque<>();

  /** A writer at the beginning of a document. */
  HtmlWriter(Appendable out) {
    this.out = out;
  }

  /** Opens an element without attributes. */
  HtmlWriter open(String name) throws IOException {
    return open(name, Map.of());
  }

  /**
   * Opens an element.
   *
   * @param name a tag name that the program chose
   * @param attributes their values may hold anything; several are written in the map's order
   */
  HtmlWriter open(String name, Map<String, String> attributes) throws IOException {
    tag(name, attributes);
    open.push(name);
    return this;
  }

  /** Writes an element that can have no content, such as an image. */
  HtmlWriter empty(String name, Map<String, String> attributes) throws IOException {
    tag(name, attributes);
    return this;
  }

  private void tag(String name, Map<String, String> attributes) throws IOException {
    out.append('<').append(name);
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      out.append(' ').append(attribute.getKey()).append("=\"");
      escape(attribute.getValue());
      out.append('"');
    }
    out.append('>');
  }

  /** Closes the element opened last. */
  HtmlWriter close() throws IOException {
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** Writes text. */
  HtmlWriter text(String text) throws IOException {
    escape(text);
    return this;
  }

  /** Writes an element that holds text only. */
  HtmlWriter element(String name, String text) throws IOException {
    return element(name, Map.of(), text);
  }

  /** Writes an element with attributes that holds text only. */
  HtmlWriter element(String name, Map<String, String> attributes, String text) throws IOException {
    return open(name, attributes).text(text).close();
  }

  /** Writes a style or script, whose content is the program's own and is not escaped. */
  HtmlWriter asset(String name, InlineAsset asset) throws IOException {
    out.append('<').append(name).append('>').append(asset.text());
    out.append("</").append(name).append(">\n");
    return this;
  }

  private void escape(String text) throws IOException {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(isAllowed(c) ? Character.toString(c) : "\uFFFD");
      }
    }
  }

  /** False for what HTML's standard forbids: controls, lone surrogates and non-characters. */
  private static boolean isAllowed(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !control && !surrogate && !nonCharacter;
  }
}
