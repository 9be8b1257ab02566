/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import com.sun.jna.Function;
import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcnn.engine.ClusterPlace;

/**
 * Closes TensorFlow's port to all but the cluster's machines. TensorFlow 2.18 listens on every
 * address whatever address it is given, and asks nobody for a password, so the kernel is told to
 * drop what does not come from one of the cluster's addresses to this process's own. Linux only.
 *
 * @param own this process's address
 * @param members the addresses of all processes
 */
record PortGate(InetAddress own, Collection<InetAddress> members) implements ClusterPlace.Gate {
  private static final int SOL_SOCKET = 1;
  private static final int SO_ATTACH_FILTER = 26;

  @Override
  public void close(int port) {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw new ClusterException(
          "TensorFlow opens its port on every address of the machine, and only Linux can close it"
              + " to strangers: several processes train together on Linux alone");
    }
    try {
      List<Integer> sockets = OpenSockets.at(port).listening();
      if (sockets.isEmpty()) {
        throw new IOException("its socket is not in /proc");
      }
      sockets.forEach(this::attach);
      // whoever came between opening and closing
      Set<String> known = members.stream().flatMap(PortGate::inProc).collect(Collectors.toSet());
      if (!known.containsAll(OpenSockets.at(port).connected())) {
        throw new IOException("a stranger has connected to it");
      }
    } catch (IOException | LastErrorException | LinkageError e) {
      throw new ClusterException(
          "TensorFlow's port " + port + " cannot be closed to strangers (" + e + ")", e);
    }
  }

  private void attach(int socket) {
    List<AddressFilter.Instruction> program = AddressFilter.program(own, members);
    try (Memory code = new Memory(8L * program.size());
        Memory filter = new Memory(2L * Native.POINTER_SIZE)) {
      long at = 0;
      for (AddressFilter.Instruction instruction : program) {
        code.setShort(at, (short) instruction.code());
        code.setByte(at + 2, (byte) instruction.ifTrue());
        code.setByte(at + 3, (byte) instruction.ifFalse());
        code.setInt(at + 4, instruction.operand());
        at += 8;
      }
      filter.clear();
      filter.setShort(0, (short) program.size());
      filter.setPointer(Native.POINTER_SIZE, code);
      NativeLibrary.getInstance("c")
          .getFunction("setsockopt", Function.C_CONVENTION | Function.THROW_LAST_ERROR)
          .invokeInt(
              new Object[] {socket, SOL_SOCKET, SO_ATTACH_FILTER, filter, (int) filter.size()});
    }
  }

  /** An IPv4 address as {@code /proc/net/tcp} and {@code tcp6} write it. */
  private static Stream<String> inProc(InetAddress address) {
    int number = ByteBuffer.wrap(address.getAddress()).order(ByteOrder.nativeOrder()).getInt();
    String digits = HexFormat.of().withUpperCase().toHexDigits(number);
    return Stream.of(digits, "0000000000000000FFFF0000" + digits);
  }
}
