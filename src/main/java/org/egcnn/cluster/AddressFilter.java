/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.cluster;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A program for Linux's socket filter (classic BPF, see socket(7), SO_ATTACH_FILTER) that lets IPv4
 * packets through which come from certain machines and go to one address, and drops all others. On
 * a listening socket it decides about connections, on what they carry too.
 */
final class AddressFilter {
  /** Loads from the network header, wherever the packet begins. */
  private static final int NETWORK_HEADER = -0x100000;

  private static final int VERSION = NETWORK_HEADER;
  private static final int SOURCE = NETWORK_HEADER + 12;
  private static final int DESTINATION = NETWORK_HEADER + 16;

  private static final int LOAD_BYTE = 0x30;
  private static final int LOAD_WORD = 0x20;
  private static final int AND = 0x54;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int RETURN = 0x06;
  private static final int ALL_BYTES = -1;

  /**
   * One instruction.
   *
   * @param code what it does
   * @param ifTrue instructions to skip if a condition holds
   * @param ifFalse instructions to skip if not
   * @param operand its number
   */
  record Instruction(int code, int ifTrue, int ifFalse, int operand) {}

  private AddressFilter() {}

  /**
   * Writes the program.
   *
   * @param own the address that packets may go to, IPv4
   * @param sources the addresses they may come from, IPv4
   */
  static List<Instruction> program(InetAddress own, Collection<InetAddress> sources) {
    List<Instruction> program = new ArrayList<>();
    program.add(new Instruction(LOAD_BYTE, 0, 0, VERSION));
    program.add(new Instruction(AND, 0, 0, 0xf0));
    require(program, 0x40);
    program.add(new Instruction(LOAD_WORD, 0, 0, DESTINATION));
    require(program, number(own));
    program.add(new Instruction(LOAD_WORD, 0, 0, SOURCE));
    for (InetAddress source : sources) {
      program.add(new Instruction(JUMP_IF_EQUAL, 0, 1, number(source)));
      program.add(new Instruction(RETURN, 0, 0, ALL_BYTES));
    }
    program.add(new Instruction(RETURN, 0, 0, 0));
    return program;
  }

  private static void require(List<Instruction> program, int value) {
    program.add(new Instruction(JUMP_IF_EQUAL, 1, 0, value));
    program.add(new Instruction(RETURN, 0, 0, 0));
  }

  private static int number(InetAddress address) {
    return ByteBuffer.wrap(address.getAddress()).getInt();
  }
}
