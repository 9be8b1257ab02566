// Compares predicted masks with reference masks and prints the mean Dice of each class.
//
// Change these lines; as they stand they use what segment_folder.ijm made.
folder = getArgument();                                // or a path that ends with /
if (folder == "") folder = getDirectory("home") + "eg-cnn-example/";
predictions = folder + "segmented";
references = folder + "data/labelsTs";                 // a folder of masks or a dataset folder
scores = folder + "scores";                            // gets cases.csv, summary.json, figures

run("EG-CNN Evaluate...", "pred=[" + predictions + "] ref=[" + references + "] out=[" + scores + "]"
    + " empty_policy=nnunet tolerance=2 figures overwrite");

// cases.csv has a line for each case and class; its first line names the columns.
lines = split(File.openAsString(scores + "/cases.csv"), "\n");
header = split(lines[0], ",");
dice = -1;
for (i = 0; i < header.length; i++)
  if (header[i] == "dice") dice = i;
names = newArray(0);
sums = newArray(0);
counts = newArray(0);
for (i = 1; i < lines.length; i++) {
  fields = split(lines[i], "(,)");
  k = -1;
  for (j = 0; j < names.length; j++)
    if (names[j] == fields[1]) k = j;
  if (k < 0) {
    k = names.length;
    names = Array.concat(names, fields[1]);
    sums = Array.concat(sums, 0);
    counts = Array.concat(counts, 0);
  }
  // A class that is empty in both masks has no Dice.
  if (fields[dice] != "") {
    sums[k] += parseFloat(fields[dice]);
    counts[k]++;
  }
}
for (k = 0; k < names.length; k++)
  print(names[k] + ": mean Dice " + sums[k] / counts[k] + " of " + counts[k] + " cases");
