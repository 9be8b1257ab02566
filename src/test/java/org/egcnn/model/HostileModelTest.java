/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model folder may be from anybody. */
class HostileModelTest {
  @TempDir Path folder;

  private void cardRefused(String text, String because) throws Exception {
    Path file = Files.writeString(folder.resolve(ModelFolder.CARD), text);
    String message =
        assertThrows(BadInputException.class, () -> ModelFolder.readCard(folder), because)
            .getMessage();
    assertTrue(message.startsWith(file + ": "), message);
    assertTrue(message.contains(because), message);
    assertEquals(1, message.lines().count(), message);
  }

  private static String card() {
    return Json.toText(ModelTarget.card());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"backbone\": \"seg-net\"    | \"backbone\": \"none\"  | architecture.backbone has a"
            + " value",
        "\"backbone\": \"seg-net\",   | ``                      | architecture.backbone is missing",
        "\"name\": \"kidneys\"        | \"name\": null         | name is missing",
        "\"fusion\": \"ZERO_START\"   | \"fusion\": \"java.io.File\" | edgeStream.fusion has a"
            + " value",
        "\"kind\": \"WINDOW\"         | \"kind\": 7            | normalisation[0].kind has a value",
        "\"upper\": 300.0            | \"upper\": -300       | a window needs lower < upper",
        "\"lower\": -100.0            | \"lower\": NaN         | JSON forbids NaN",
        "\"temperature\": 0.5         | \"temperature\": NaN   | JSON forbids NaN",
        "\"edgeDice\": 1.0            | \"edgeDice\": NaN      | JSON forbids NaN",
        "\"width\": 8                 | \"width\": 2147483647  | must be at most 4096",
        "\"width\": 8                 | \"width\": 1e999999999 | beyond the range of numbers",
        "\"width\": 8                 | \"width\": 1e-999999999 | beyond the range of numbers",
        "\"width\": 8                 | \"width\": 8, \"width\": 9 | a key comes twice in an"
            + " object: width",
        "\"format\": 1                | \"format\": 99         | model format 99",
      })
  void descriptionsThatDoNotFitAreRefused(String old, String changed, String because)
      throws Exception {
    String text = card().replaceFirst(java.util.regex.Pattern.quote(old), changed);
    assertTrue(!text.equals(card()), old);
    cardRefused(text, because);
  }

  @Test
  void spacingsAreNumbersAboveZero() throws Exception {
    for (String side : new String[] {"0", "-1", "NaN", "null", "\"Infinity\""}) {
      cardRefused(card().replaceFirst("2\\.5", side), "content does not fit");
    }
  }

  @Test
  void aMissingOptionalIsEmpty() throws Exception {
    String text = card().replaceFirst("(?s)\"edgeStream\": \\{.*?\\}", "\"other\": 1");
    Files.writeString(folder.resolve(ModelFolder.CARD), text);
    assertEquals(Optional.empty(), ModelFolder.readCard(folder).architecture().edgeStream());
  }

  @Test
  void jsonIsBounded() throws Exception {
    cardRefused("[".repeat(1_000_000), "nested more than 100 deep");
    cardRefused("{\"a\":".repeat(1_000_000), "nested more than 100 deep");
    cardRefused("[" + "0,".repeat(1 << 21) + "0]", "values");
    cardRefused("[" + "9".repeat(1000) + "]", "beyond the range of numbers");
    cardRefused(card() + "{}", "behind its end");
    cardRefused("", "not valid JSON");
    cardRefused(" ".repeat((32 << 20) + 1), "too large");
    Files.write(folder.resolve(ModelFolder.CARD), new byte[] {'"', (byte) 0xff, '"'});
    assertThrows(BadInputException.class, () -> ModelFolder.readCard(folder));
  }

  @Test
  void aFolderIsNoJson() {
    assertThrows(BadInputException.class, () -> Json.readTree(folder));
  }

  private void weightsRefused(String header, long length, int weights, String because)
      throws Exception {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + weights).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(length).put(text);
    Path file = Files.write(folder.resolve(ModelFolder.WEIGHTS), bytes.array());
    String message =
        assertThrows(BadInputException.class, () -> ModelFolder.readWeights(folder), because)
            .getMessage();
    assertTrue(message.startsWith(file + ": "), message);
    assertTrue(message.contains(because), message);
  }

  private void weightsRefused(String header, int weights, String because) throws Exception {
    weightsRefused(header, header.length(), weights, because);
  }

  private static String array(String name, String shape, String offsets) {
    return String.format(
        "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":%s}", name, shape, offsets);
  }

  @Test
  void headersThatLieAboutTheirLengthAreRefused() throws Exception {
    for (long length : new long[] {-1, 0, 1, 3, 1 << 30, Long.MAX_VALUE, Long.MIN_VALUE}) {
      weightsRefused("{}", length, 0, "its header is broken");
    }
  }

  @Test
  void arraysFillTheFileOneBehindTheOther() throws Exception {
    String first = array("a", "[2]", "[0,8]");
    weightsRefused("{" + first + "," + array("b", "[2]", "[0,8]") + "}", 8, "overlap");
    weightsRefused("{" + first + "," + array("b", "[2]", "[4,12]") + "}", 12, "overlap");
    weightsRefused("{" + first + "," + array("b", "[1]", "[12,16]") + "}", 16, "gaps");
    weightsRefused("{" + first + "}", 7, "outside the file");
    weightsRefused("{" + first + "}", 12, "behind its arrays are 4 bytes more");
    weightsRefused("{" + first + "," + array("a", "[2]", "[8,16]") + "}", 16, "comes twice");
  }

  /** What would be terabytes were each array read for itself. */
  @Test
  void manyNamesForTheSameBytesAreRefused() throws Exception {
    StringBuilder header = new StringBuilder("{" + array("a", "[250000]", "[0,1000000]"));
    for (int i = 0; i < 10_000; i++) {
      header.append(',').append(array("a" + i, "[250000]", "[0,1000000]"));
    }
    weightsRefused(header.append('}').toString(), 1_000_000, "overlap");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[-1,-2]                 | [0,8]      | a shape with the side -1",
        "[2]                     | [8,0]      | do not agree",
        "[2]                     | [-8,0]     | do not agree",
        "[3]                     | [0,8]      | do not agree",
        "[4294967296,4294967296] | [0,8]      | overflow",
        "[1e300]                 | [0,8]      | do not agree",
        "[2]                     | [0]        | not two numbers",
        "[\"x\"]                 | [0,8]      | For input string",
        "{}                      | [0,8]      | it is damaged",
        "[[]]                    | [0,8]      | it is damaged",
      })
  void shapesThatAreNoneAreRefused(String shape, String offsets, String because) throws Exception {
    weightsRefused("{" + array("a", shape, offsets) + "}", 8, because);
  }

  @Test
  void headersThatDescribeNoArraysAreRefused() throws Exception {
    weightsRefused("[]", 0, "it is damaged");
    weightsRefused("{\"a\":1}", 0, "it is damaged");
    weightsRefused("{\"a\":{}}", 0, "other than F32");
    weightsRefused("{\"a\":{\"dtype\":[]}}", 0, "other than F32");
    weightsRefused("{\"a\":{\"dtype\":\"F32\"}}", 0, "without");
    weightsRefused("[".repeat(100_000), 0, "nested");
  }

  /** Building the network would take all memory before the weights are seen not to fit. */
  @Test
  void aNetworkIsNoLargerThanItsWeights() {
    Architecture architecture = ModelTarget.card().architecture();
    int lowest = architecture.width() << (architecture.levels() - 1);
    int edges = lowest / 2;
    WeightTensor main = new WeightTensor(new long[] {lowest, lowest}, new float[lowest * lowest]);
    WeightTensor edge = new WeightTensor(new long[] {edges, edges}, new float[edges * edges]);
    WeightTensor few = new WeightTensor(new long[] {1}, new float[1]);
    architecture.requireEnough(List.of(main, edge));
    assertThrows(
        IllegalArgumentException.class, () -> architecture.requireEnough(List.of(main, few)));
    String message =
        assertThrows(IllegalArgumentException.class, () -> architecture.requireEnough(List.of(few)))
            .getMessage();
    assertEquals("1 weights are too few for width 8 and 3 levels", message);
  }
}
