// Segments the open image and prints the volume of each class, summed over its objects.
//
// Change these lines; as they stand they use what train_on_folder.ijm made.
folder = getArgument();                                // or a path that ends with /
if (folder == "") folder = getDirectory("home") + "eg-cnn-example/";
model = folder + "model";

// Without an open image, an example is made and shown.
if (nImages == 0) {
  run("EG-CNN Example Data...", "out=[" + folder + "one case] cases=1 tests=0 open overwrite");
  selectImage("example_001");
}
title = getTitle();
run("Clear Results");
run("EG-CNN Segment Image...", "model=[" + model + "] outlines measure");

classes = newArray(0);
volumes = newArray(0);
for (row = 0; row < nResults; row++) {
  name = getResultString("Class", row);
  k = -1;
  for (j = 0; j < classes.length; j++)
    if (classes[j] == name) k = j;
  if (k < 0) {
    k = classes.length;
    classes = Array.concat(classes, name);
    volumes = Array.concat(volumes, 0);
  }
  volumes[k] += getResult("mm3", row);
}
for (k = 0; k < classes.length; k++)
  print(title + ": " + classes[k] + " " + volumes[k] / 1000 + " ml");
