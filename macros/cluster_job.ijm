// A whole job without a screen: trains, segments, evaluates, and keeps a status file that a
// scheduler can look at. ImageJ's exit status is 0 whatever happens; if the job fails, the last
// line of the status file is not "done" but the step that failed.
//
//   ImageJ --headless -macro cluster_job.ijm /scratch/job/
//   tail -n 1 /scratch/job/status.txt | grep -qx done
//
// Change these lines; as they stand they make and use example data.
folder = getArgument();                                // or a path that ends with /
if (folder == "") folder = getDirectory("home") + "eg-cnn-example/";
data = folder + "data";                                // dataset.json, imagesTr and labelsTr
model = folder + "job/model";
results = folder + "job/segmented";
scores = folder + "job/scores";
status = folder + "status.txt";
epochs = 20;
width = 8;                                             // 16 or more for real data

File.makeDirectory(folder);
File.saveString("making data\n", status);
if (!File.exists(data + "/dataset.json"))
  run("EG-CNN Example Data...", "out=[" + data + "] open=false");
File.append("training", status);
// resume: a job that is queued again goes on where it was stopped.
run("EG-CNN Train...", "data=[" + data + "] out=[" + model + "] epochs=" + epochs + " width="
    + width + " learning_rate=5e-3 resume");
File.append("segmenting", status);
run("EG-CNN Segment Folder...", "model=[" + model + "] in=[" + data + "] out=[" + results + "]");
File.append("evaluating", status);
run("EG-CNN Evaluate...", "pred=[" + results + "] ref=[" + data + "/labelsTs] out=[" + scores
    + "] figures=false overwrite");
File.append("done", status);
