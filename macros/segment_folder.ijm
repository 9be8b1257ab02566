// Segments all images of a folder. What is done already is skipped, so that the macro can be
// started again after an interruption, or when images were added.
//
// Change these lines; as they stand they use what train_on_folder.ijm made.
folder = getArgument();                                // or a path that ends with /
if (folder == "") folder = getDirectory("home") + "eg-cnn-example/";
model = folder + "model";                              // a folder that a training has written
images = folder + "data/imagesTs";                     // any folder of images
results = folder + "segmented";                        // made if missing

run("EG-CNN Segment Folder...", "model=[" + model + "] in=[" + images + "] out=[" + results + "]"
    + " overwrite=false overlap=0.5 mirror=none");
list = getFileList(results);
print(list.length + " results are in " + results);
