// Trains a network on a folder of labelled volumes.
//
// Change these lines; as they stand they make and use example data.
folder = getArgument();                                // or a path that ends with /
if (folder == "") folder = getDirectory("home") + "eg-cnn-example/";
data = folder + "data";                                // dataset.json, imagesTr and labelsTr
model = folder + "model";                              // the folder to write
epochs = 20;
width = 8;                                             // 16 or more for real data

if (!File.exists(data + "/dataset.json"))
  run("EG-CNN Example Data...", "out=[" + data + "] open=false");

// Add edge_stream for the edge-gated stream, which takes longer.
// A folder that holds a model is refused: add overwrite, or resume to go on with it.
run("EG-CNN Train...", "data=[" + data + "] out=[" + model + "] backbone=seg-net"
    + " epochs=" + epochs + " width=" + width + " crop=auto learning_rate=5e-3 seed=1");
print("The course of the training is in " + model + "/history.csv and progress.png");
