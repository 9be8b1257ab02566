// Cross-validation: trains one network for each fold, predicts every case with the network that
// did not see it, and evaluates all predictions together. Can be started again after an
// interruption: finished trainings and predictions are kept.
//
// Change these lines; as they stand they make and use example data.
folder = getArgument();                                // or a path that ends with /
if (folder == "") folder = getDirectory("home") + "eg-cnn-example/";
data = folder + "data";                                // dataset.json, imagesTr and labelsTr
out = folder + "folds/";                               // a model folder for each fold goes there
ending = ".nii.gz";                                    // of the images in imagesTr
folds = 3;
epochs = 20;
width = 8;                                             // 16 or more for real data

if (!File.exists(data + "/dataset.json"))
  run("EG-CNN Example Data...", "out=[" + data + "] open=false");
File.makeDirectory(out);
for (fold = 0; fold < folds; fold++) {
  model = out + "fold" + fold;
  // resume: goes on with a training that was interrupted, starts one that was not begun.
  run("EG-CNN Train...", "data=[" + data + "] out=[" + model + "] folds=" + folds + " fold=" + fold
      + " epochs=" + epochs + " width=" + width + " learning_rate=5e-3 resume");
  cases = validationCases(model + "/split.json");
  images = out + "images" + fold + "/";
  copyImages(cases, images);
  run("EG-CNN Segment Folder...", "model=[" + model + "] in=[" + images + "] out=[" + out
      + "predictions]");
}
run("EG-CNN Evaluate...", "pred=[" + out + "predictions] ref=[" + data + "] out=[" + out
    + "scores] figures=false overwrite");

// Copies the images of cases: case.nii.gz, or as in nnU-Net case_0000.nii.gz and further channels.
function copyImages(cases, images) {
  File.makeDirectory(images);
  files = getFileList(data + "/imagesTr");
  for (i = 0; i < cases.length; i++) {
    for (f = 0; f < files.length; f++) {
      numbered = startsWith(files[f], cases[i] + "_")
          && lengthOf(files[f]) == lengthOf(cases[i] + "_0000" + ending);
      if ((files[f] == cases[i] + ending || numbered) && !File.exists(images + files[f]))
        File.copy(data + "/imagesTr/" + files[f], images + files[f]);
    }
  }
}

// The names in the list "val" of a split file.
function validationCases(file) {
  text = File.openAsString(file);
  text = substring(text, indexOf(text, "\"val\""));
  text = substring(text, indexOf(text, "[") + 1, indexOf(text, "]"));
  parts = split(text, "\"");
  names = newArray(0);
  // Every second part is a name, those between them hold commas and spaces.
  for (i = 1; i < parts.length; i += 2)
    names = Array.concat(names, parts[i]);
  return names;
}
