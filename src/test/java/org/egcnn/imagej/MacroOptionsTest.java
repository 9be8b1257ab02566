/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.egcnn.model.LabelClass;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacroOptionsTest {

  @Test
  void readsEveryForm() throws BadInputException {
    Map<String, String> values =
        MacroOptions.parse(
                "in=/a/b out=[/with a space/[x] y] name='it is' verbose n=3 empty= last=[]")
            .values();
    assertEquals(
        List.of("in", "out", "name", "verbose", "n", "empty", "last"),
        List.copyOf(values.keySet()));
    assertEquals(
        List.of("/a/b", "/with a space/[x] y", "it is", "true", "3", "", ""),
        List.copyOf(values.values()));
  }

  @Test
  void takesKeysInAnyCaseAndAnySpace() throws BadInputException {
    assertEquals(Map.of("a", "1", "b_2", "X"), MacroOptions.parse("  A=1 \t b_2=X \n").values());
    assertTrue(MacroOptions.parse("  ").values().isEmpty());
  }

  /** ImageJ's own search finds size within eval_size, and epochs within a value. */
  @Test
  void isNotMisledByKeysWithinTheText() throws BadInputException {
    Map<String, String> values =
        MacroOptions.parse("eval_size=3 size=4 name=[epochs=9 x]").values();
    assertEquals(Map.of("eval_size", "3", "size", "4", "name", "epochs=9 x"), values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a=1 a=2        | option a is given twice: remove one",
        "a=[x y         | the value of option a is not closed: add ]",
        "a=[x [y]       | the value of option a is not closed: add ]",
        "a='x y         | the value of option a is not closed: add '",
        "a=[x]y b=1     | there is 'y' behind the value of option a: separate options by spaces",
        "=3             | '=3' is no option: write key=value, and values with spaces as key=[a"
            + " value]",
        "/tmp/x a=1     | '/tmp/x' is no option: write key=value, and values with spaces as key=[a"
            + " value]",
      })
  void namesWhatIsWrong(String text, String message) {
    BadInputException e = assertThrows(BadInputException.class, () -> MacroOptions.parse(text));
    assertEquals(message, e.getMessage());
  }

  /** Each would take hours, or the stack, if reading went over the text again for each part. */
  @Test
  void longTextsAreReadInOneGo() {
    String nested = "a=" + "[".repeat(1_000_000);
    assertThrows(BadInputException.class, () -> MacroOptions.parse(nested));
    assertThrows(IllegalArgumentException.class, () -> LabelClass.parse(" ".repeat(1_000_000)));
    assertThrows(
        IllegalArgumentException.class, () -> LabelClass.parse("a" + " ".repeat(1_000_000) + "=x"));
    assertEquals(List.of(1), LabelClass.parse("a=1" + "+1".repeat(1_000_000)).values());
  }
}
