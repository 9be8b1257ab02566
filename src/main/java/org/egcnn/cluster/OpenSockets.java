/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The TCP sockets at a port of this machine, from Linux's {@code /proc}. */
final class OpenSockets {
  private static final String LISTENING = "0A";
  private static final Set<String> CLOSED = Set.of("06", "07");

  /**
   * A line of {@code /proc/net/tcp} or {@code tcp6}.
   *
   * @param remote the other end's address in hexadecimal digits
   */
  private record Entry(int port, String remote, String state, String inode) {

    static Entry of(String line) {
      String[] fields = line.strip().split("\\s+");
      String[] local = fields[1].split(":");
      return new Entry(
          Integer.parseInt(local[1], 16), fields[2].split(":")[0], fields[3], fields[9]);
    }

    boolean isConnected() {
      return !state.equals(LISTENING) && !CLOSED.contains(state);
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  private OpenSockets(int port) throws IOException {
    for (String table : List.of("tcp", "tcp6")) {
      Path file = Path.of("/proc/self/net", table);
      if (Files.exists(file)) {
        Files.readAllLines(file).stream()
            .skip(1)
            .map(Entry::of)
            .filter(entry -> entry.port() == port)
            .forEach(entries::add);
      }
    }
  }

  /** Looks at a port. */
  static OpenSockets at(int port) throws IOException {
    return new OpenSockets(port);
  }

  /** The file descriptors of this process's sockets that listen. */
  List<Integer> listening() throws IOException {
    Set<String> wanted = new HashSet<>();
    entries.stream()
        .filter(entry -> entry.state().equals(LISTENING))
        .forEach(entry -> wanted.add("socket:[" + entry.inode() + "]"));
    List<Integer> found = new ArrayList<>();
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors) {
        try {
          if (wanted.contains(Files.readSymbolicLink(descriptor).toString())) {
            found.add(Integer.parseInt(descriptor.getFileName().toString()));
          }
        } catch (NoSuchFileException e) {
          // closed since it was listed
        }
      }
    }
    return found;
  }

  /** The addresses that are connected to the port, as {@code /proc} writes them. */
  List<String> connected() {
    return entries.stream().filter(Entry::isConnected).map(Entry::remote).toList();
  }
}
