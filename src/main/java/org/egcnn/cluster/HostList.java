/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.util.ArrayList;
import java.util.List;
import org.egcnn.task.BadInputException;

/**
 * Slurm's compact notation of host names: {@code node[01-03,07],gpu5} is node01, node02, node03,
 * node07 and gpu5. A name may have several brackets: {@code r[1-2]n[1-2]}.
 */
final class HostList {
  /** A longer list is a mistake. */
  private static final int MOST_HOSTS = 10_000;

  private final String text;

  private HostList(String text) {
    this.text = text;
  }

  /**
   * Writes out a list.
   *
   * @return the names in the order of the list, at least one
   * @throws BadInputException if the text is not such a list
   */
  static List<String> expand(String text) throws BadInputException {
    return new HostList(text).expand();
  }

  private List<String> expand() throws BadInputException {
    List<String> hosts = new ArrayList<>();
    for (String part : split(text)) {
      hosts.addAll(names(part));
      if (hosts.size() > MOST_HOSTS) {
        throw wrong();
      }
    }
    return hosts;
  }

  /** Splits at commas outside of brackets. */
  private List<String> split(String list) throws BadInputException {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i <= list.length(); i++) {
      char c = i < list.length() ? list.charAt(i) : ',';
      if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      } else if (c == ',' && (depth == 0 || i == list.length())) {
        parts.add(list.substring(start, i).strip());
        start = i + 1;
      }
      if (depth < 0 || depth > 1) {
        throw wrong();
      }
    }
    if (depth != 0 || parts.stream().anyMatch(String::isEmpty)) {
      throw wrong();
    }
    return parts;
  }

  /** The names that one part without outer commas stands for. */
  private List<String> names(String part) throws BadInputException {
    int open = part.indexOf('[');
    if (open < 0) {
      return List.of(part);
    }
    int close = part.indexOf(']', open);
    List<String> names = new ArrayList<>();
    List<String> rests = names(part.substring(close + 1));
    for (String range : split(part.substring(open + 1, close))) {
      for (String number : numbers(range)) {
        if (names.size() + rests.size() > MOST_HOSTS) {
          throw wrong();
        }
        rests.forEach(rest -> names.add(part.substring(0, open) + number + rest));
      }
    }
    return names;
  }

  /** {@code 08-11} is 08, 09, 10, 11: as many digits as the first has. */
  private List<String> numbers(String range) throws BadInputException {
    if (!range.matches("\\d{1,9}(-\\d{1,9})?")) {
      throw wrong();
    }
    String[] ends = range.split("-");
    int first = Integer.parseInt(ends[0]);
    int last = Integer.parseInt(ends[ends.length - 1]);
    if (last < first || last - first >= MOST_HOSTS) {
      throw wrong();
    }
    List<String> numbers = new ArrayList<>();
    for (int n = first; n <= last; n++) {
      String digits = Integer.toString(n);
      numbers.add("0".repeat(Math.max(0, ends[0].length() - digits.length())) + digits);
    }
    return numbers;
  }

  private BadInputException wrong() {
    return new BadInputException(
        "'" + text + "' is no list of hosts such as node[01-03,07],gpu5: check SLURM_JOB_NODELIST");
  }
}
