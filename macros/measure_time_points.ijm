// Segments each time point of a hyperstack and writes a table of volumes over time.
//
// Change these lines; as they stand they use what train_on_folder.ijm made.
folder = getArgument();                                // or a path that ends with /
if (folder == "") folder = getDirectory("home") + "eg-cnn-example/";
model = folder + "model";
table = folder + "volumes.csv";

// Without an open image, an example is made of which two copies stand for two time points.
if (nImages == 0) {
  run("EG-CNN Example Data...", "out=[" + folder + "one case] cases=1 tests=0 open overwrite");
  selectImage("example_001");
  slices = nSlices;
  run("Duplicate...", "title=later duplicate");
  run("Concatenate...", "  title=series open image1=example_001 image2=later image3=[-- None --]");
  run("Stack to Hyperstack...",
      "order=xyczt(default) channels=1 slices=" + slices + " frames=2 display=Grayscale");
  rename("series");
}
title = getTitle();
Stack.getDimensions(width, height, channels, slices, frames);
run("Clear Results");
run("EG-CNN Segment Image...", "model=[" + model + "] outlines=false measure");

text = "frame,class,object,mm3\n";
for (row = 0; row < nResults; row++)
  text += "" + getResult("Frame", row) + "," + getResultString("Class", row) + ","
      + getResult("Object", row) + "," + getResult("mm3", row) + "\n";
File.saveString(text, table);
print(title + ": " + nResults + " objects in " + frames + " time points, written to " + table);
