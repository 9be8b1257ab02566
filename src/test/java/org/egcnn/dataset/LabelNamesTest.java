/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Labels;
import org.egcnn.task.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelNamesTest {

  @Test
  void decathlonNamesAreOrderedByValue() throws Exception {
    assertEquals(
        new Labels(true, List.of(new LabelClass("liver", 2), new LabelClass("lesion", 10))),
        read("{'10': 'lesion', '2': 'liver', '0': 'background'}", null));
  }

  @Test
  void nnUnetNamesKeepTheirOrder() throws Exception {
    assertEquals(
        new Labels(true, List.of(new LabelClass("tumour", 2), new LabelClass("kidney", 1))),
        read("{'background': 0, 'tumour': 2, 'kidney': '1'}", null));
  }

  @Test
  void listsMakeRegionsOrderedFromLargeToSmall() throws Exception {
    // BraTS: the enhancing tumour lies in the core, the core in the whole tumour.
    Labels labels = read("{'background': 0, 'et': 4, 'whole': [1, 2, 4], 'core': [1, 4]}", null);
    assertEquals(
        new Labels(
            false,
            List.of(
                new LabelClass("whole", List.of(1, 2, 4), 2),
                new LabelClass("core", List.of(1, 4), 1),
                new LabelClass("et", List.of(4), 4))),
        labels);
  }

  @Test
  void theGivenOrderDecidesWhatIsWritten() throws Exception {
    Labels labels = read("{'background': 0, 'whole': [1, 2, 3], 'core': [2, 3]}", "[1, 2]");
    assertEquals(List.of(1, 2), labels.classes().stream().map(LabelClass::output).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'background': 0, 'a': 1, 'b': 1}     |            | value 1 has two names",
        "{'0': 'background', '1': 'a', '2': 'a'} |          | two label values are named a",
        "{'background': 0, 'a': 1.5}           |            | not a whole number",
        "{'background': 0, 'a': -1}            |            | not a whole number",
        "{'background': 0, 'a': {}}            |            | not a whole number",
        "{'background': 0}                     |            | at least one class",
        "{}                                    |            | at least one class",
        "{'1': []}                             |            | has no name",
        "{'background': 0, 'a': 1, 'ignore': 2} |           | ignore",
        "{'background': 0, 'a': []}            |            | region a has no values",
        "{'background': 0, 'a': [0, 1]}        |            | other than 0",
        "{'background': 0, 'a': [1, 2], 'b': 2} | [1]       | one value for each",
        "{'background': 0, 'a': [1, 2], 'b': 2, 'c': 1} |   | no value of its own"
      })
  void faultyLabelsAreNamed(String labels, String order, String complaint) {
    BadInputException e = assertThrows(BadInputException.class, () -> read(labels, order));
    assertTrue(e.getMessage().contains(complaint), e.getMessage());
    assertTrue(e.getMessage().startsWith("dataset.json: "), e.getMessage());
  }

  private static Labels read(String labels, String order) throws BadInputException {
    Optional<JsonArray> array =
        Optional.ofNullable(order).map(text -> JsonParser.parseString(text).getAsJsonArray());
    return new LabelNames(Path.of("dataset.json"))
        .read(JsonParser.parseString(labels.replace('\'', '"')).getAsJsonObject(), array);
  }
}
