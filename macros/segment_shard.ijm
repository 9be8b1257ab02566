// One task's part of many images. In an array job of Slurm each task does its part, skips what is
// done, and keeps a status file: see docs/cluster.md and docs/cluster/fiji-macro.sbatch.
//
// Change these lines; as they stand they use what cluster_job.ijm made.
folder = getArgument();                                // or a path that ends with /
if (folder == "") folder = getDirectory("home") + "eg-cnn-example/";
model = folder + "job/model";                          // a folder that a training has written
images = folder + "data";                              // any folder of images
results = folder + "job/shards";                       // of all tasks, made if missing
task = "" + call("java.lang.System.getenv", "SLURM_ARRAY_TASK_ID");
tasks = "" + call("java.lang.System.getenv", "SLURM_ARRAY_TASK_COUNT");
if (tasks == "0" || tasks == "null") {                 // ImageJ's word for none: all images
  task = "0";
  tasks = "1";
}
status = folder + "status-" + task + ".txt";

File.saveString("segmenting\n", status);
run("EG-CNN Segment Folder...", "model=[" + model + "] in=[" + images + "] out=[" + results + "]"
    + " shard=" + task + "/" + tasks);
File.append("done", status);
