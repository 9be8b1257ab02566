/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import ij.ImagePlus;
import ij.WindowManager;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.egcnn.command.TaskCommand;
import org.egcnn.task.BadInputException;
import org.scijava.module.ModuleItem;

/**
 * One input of a command, as a macro option and as a dialog's field. What a command declares with
 * SciJava's {@code @Parameter} decides about both.
 *
 * @param item the declaration
 */
record CommandInput(ModuleItem<?> item) {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

  /** The input's name, which is its key in macros. */
  String name() {
    return item.getName();
  }

  /** The label in dialogs. */
  String label() {
    return item.getLabel();
  }

  /** What it means, for the dialog's help. */
  String description() {
    return item.getDescription();
  }

  /** The type, primitives boxed. */
  Class<?> type() {
    Class<?> type = item.getType();
    if (type == int.class) {
      return Integer.class;
    }
    if (type == double.class) {
      return Double.class;
    }
    return type == boolean.class ? Boolean.class : type;
  }

  /** Whether it belongs into the second dialog. */
  boolean isAdvanced() {
    return item.get(TaskCommand.PAGE) != null;
  }

  /** Whether it belongs to the end of the second dialog. */
  boolean isLast() {
    return TaskCommand.LAST.equals(item.get(TaskCommand.PAGE));
  }

  /** Whether it is an open image, which is the active one unless a macro names another. */
  boolean isImage() {
    return type() == ImagePlus.class;
  }

  /** Whether it is a folder. */
  boolean isFolder() {
    return type() == File.class && "directory".equals(item.getWidgetStyle());
  }

  /** The texts that are allowed, empty for any. */
  List<String> choices() {
    List<?> choices = item.getChoices();
    return choices == null ? List.of() : choices.stream().map(Object::toString).toList();
  }

  /** The value as text, as {@link #parse} reads it; nothing for an input that is not set. */
  String text(Object value) {
    if (value instanceof File file) {
      return file.getPath().replace('\\', '/');
    }
    return value instanceof ImagePlus image ? image.getTitle() : Objects.toString(value, "");
  }

  /**
   * Reads the value of a macro option.
   *
   * @throws BadInputException naming the option and what is allowed
   */
  Object parse(String text) throws BadInputException {
    return parse(text, option());
  }

  /**
   * Reads a value.
   *
   * @param subject what a complaint calls the input
   * @throws BadInputException if the value is refused
   */
  Object parse(String text, String subject) throws BadInputException {
    String trimmed = text.trim();
    Object value = trimmed;
    Class<?> type = type();
    if (type == Integer.class || type == Double.class || type == Boolean.class) {
      value = plain(trimmed).orElseThrow(() -> refused(trimmed, subject));
    } else if (type == File.class) {
      value = new File(trimmed);
    } else if (type == ImagePlus.class) {
      value = image(text);
    }
    check(value, subject);
    return value;
  }

  private Optional<Object> plain(String text) {
    if (type() == Boolean.class) {
      return text.equals("true") || text.equals("false")
          ? Optional.of(Boolean.valueOf(text))
          : Optional.empty();
    }
    // Java would also read 5d and 0x1p3.
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          type() == Integer.class ? (Object) Integer.valueOf(text) : (Object) Double.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Checks a value.
   *
   * @throws BadInputException if it is missing, none of the choices or out of range
   */
  void check(Object value) throws BadInputException {
    check(value, option());
  }

  private void check(Object value, String subject) throws BadInputException {
    if (item.isRequired() && (value == null || text(value).isEmpty())) {
      throw new BadInputException(
          isImage()
              ? "There is no image open: open one first"
              : subject + " is missing: it takes " + allowed());
    }
    if (value instanceof Number number && !inRange(number.doubleValue())) {
      throw refused(text(value), subject);
    }
    if (!choices().isEmpty() && !choices().contains(text(value))) {
      throw refused(text(value), subject);
    }
  }

  private boolean inRange(double value) {
    return Double.isFinite(value)
        && (item.getMinimumValue() == null
            || value >= ((Number) item.getMinimumValue()).doubleValue())
        && (item.getMaximumValue() == null
            || value <= ((Number) item.getMaximumValue()).doubleValue());
  }

  private Object image(String title) throws BadInputException {
    ImagePlus image = WindowManager.getImage(title);
    if (image == null) {
      throw new BadInputException(
          "option " + name() + ": there is no open image '" + title + "': open it first");
    }
    return image;
  }

  private String option() {
    return "option " + name();
  }

  private BadInputException refused(String text, String subject) {
    return new BadInputException(subject + " cannot be '" + text + "': it takes " + allowed());
  }

  /** What is allowed, in words. */
  String allowed() {
    if (!choices().isEmpty()) {
      return "one of " + choices().stream().collect(Collectors.joining(", "));
    }
    if (type() == Boolean.class) {
      return "true or false";
    }
    if (type() == Integer.class || type() == Double.class) {
      String kind = type() == Integer.class ? "a whole number" : "a number such as 0.5 or 1e-4";
      String from = Objects.toString(item.getMinimumValue(), null);
      String to = Objects.toString(item.getMaximumValue(), null);
      return kind + (from == null ? "" : " from " + from) + (to == null ? "" : " to " + to);
    }
    if (type() == File.class) {
      return isFolder() ? "a folder" : "a file";
    }
    return isImage() ? "the title of an open image" : "a text";
  }
}
