/*
 * EG-CNN for Fiji: edge-gated 3D segmentation networks.
 * Copyright (c) 2026 EG-CNN for Fiji developers. BSD-2-Clause, see LICENSE.
 */
package org.egcnn.imagej;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.egcnn.fuzz.FuzzTarget;
import org.egcnn.model.LabelClass;
import org.egcnn.model.Normalisation;
import org.egcnn.model.Size;

/** A macro's options, and the values that are read from their texts. */
public final class MacroOptionsTarget implements FuzzTarget {

  @Override
  public String name() {
    return "options";
  }

  @Override
  public List<byte[]> seeds(Path scratch) {
    return List.of(
        FuzzTarget.input(0, "in=/a/b out=[/with a space/[x] y] name='it is' verbose n=3 e= f=[]"),
        FuzzTarget.input(0, "crop=16x32x32 regions=[Kidneys=1+2] normalisation=window:-100:300"));
  }

  @Override
  public Reading place(byte[] input, Path folder) {
    String text = new String(FuzzTarget.content(input), StandardCharsets.UTF_8);
    return new Reading(
        "",
        () -> {
          for (String value : MacroOptions.parse(text).values().values()) {
            refuseOnlyAsIllegal(LabelClass::parse, value);
            refuseOnlyAsIllegal(Normalisation::parse, value);
            refuseOnlyAsIllegal(Size::parse, value);
          }
        });
  }

  /** Values complain with an exception that whoever asked for the option turns into a complaint. */
  private static void refuseOnlyAsIllegal(Consumer<String> parse, String value) {
    try {
      parse.accept(value);
    } catch (NumberFormatException e) {
      throw new IllegalStateException(e);
    } catch (IllegalArgumentException e) {
      // Refused in words.
    }
  }
}
