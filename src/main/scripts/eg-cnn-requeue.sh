# For batch scripts of Slurm, in bash: puts a job that is stopped back into the queue.
#
#   #SBATCH --requeue --open-mode=append --signal=B:TERM@120
#   . eg-cnn-requeue.sh
#   requeueing eg-cnn train --resume ...
#
# The command has to end in order on SIGTERM, and to go on when it is started again, as 'eg-cnn train
# --resume' and 'eg-cnn segment' do. The whole script runs again when the job's turn comes.
# shellcheck shell=bash

# Runs a command and returns its exit code. If SIGTERM ended it, the job is requeued, unless Slurm
# has done so or somebody has cancelled the job.
requeueing() {
  local child= code again state stopped=
  trap 'stopped=yes; [ -z "$child" ] || kill -TERM $child 2>/dev/null' TERM
  "$@" &
  child=$!
  # the signal may have come before there was anything to pass it on to
  [ -z "$stopped" ] || kill -TERM $child 2>/dev/null
  wait $child
  code=$?
  if [ -n "$stopped" ]; then
    # the signal cut the waiting short, unless the command had ended by then
    wait $child 2>/dev/null
    again=$?
    [ $again -ne 127 ] && code=$again
  fi
  trap - TERM
  # 130 is eg-cnn's exit code for 'stopped, can go on', 143 Java's after SIGTERM
  case $code in
    130 | 143) stopped=yes ;;
    0) stopped= ;;
  esac
  [ -n "$stopped" ] || return $code
  trap '' TERM
  state=$(squeue --noheader --jobs="$SLURM_JOB_ID" --format=%T)
  if [ "$state" = RUNNING ]; then
    echo "eg-cnn-requeue: stopped with code $code, back into the queue" >&2
    # thereupon Slurm ends this script by SIGTERM
    trap - TERM
    scontrol requeue "$SLURM_JOB_ID" && sleep 600
  fi
  exit $code
}
