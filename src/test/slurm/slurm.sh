#!/bin/bash
# A Slurm of one node with two processors for tests, all on this machine's loopback:
#   slurm.sh start FOLDER PORT PORT    writes FOLDER/slurm.conf and starts munged, slurmctld, slurmd
#   slurm.sh stop FOLDER               cancels its jobs and ends what was started
# Must run as root. Needs Debian's slurmctld, slurmd, slurm-client and munge.
set -eu

folder=$2
export SLURM_CONF=$folder/slurm.conf

start() {
  local host
  host=$(hostname -s)
  mkdir -p "$folder"/{state,spool,log,run}
  chmod 755 "$folder" "$folder/run"
  head -c 128 /dev/urandom >"$folder/munge.key"
  chmod 400 "$folder/munge.key"
  # cred_expire, otherwise 120, is how long a requeued job waits
  cat >"$SLURM_CONF" <<END
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$1
SlurmdPort=$2
AuthType=auth/munge
AuthInfo=socket=$folder/run/munge.socket,cred_expire=5
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/run/slurmctld.pid
SlurmdPidFile=$folder/run/slurmd.pid
SlurmctldLogFile=$folder/log/slurmctld.log
SlurmdLogFile=$folder/log/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=1,sched_interval=2,bf_interval=2
PreemptType=preempt/partition_prio
PreemptMode=REQUEUE
ReturnToService=2
SlurmdParameters=config_overrides
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 RealMemory=16000 State=UNKNOWN
PartitionName=main Nodes=$host Default=YES PriorityTier=1 State=UP
PartitionName=urgent Nodes=$host PriorityTier=2 State=UP
END
  munged --key-file="$folder/munge.key" --socket="$folder/run/munge.socket" \
    --pid-file="$folder/run/munged.pid" --log-file="$folder/log/munged.log" \
    --seed-file="$folder/run/seed" --force >>"$folder/log/start.log" 2>&1
  slurmctld -c >>"$folder/log/start.log" 2>&1
  slurmd >>"$folder/log/start.log" 2>&1
  for _ in $(seq 100); do
    [ "$(sinfo --noheader --partition=main --format=%T 2>/dev/null)" = idle ] && return
    sleep 0.2
  done
  cat "$folder"/log/*.log >&2
  exit 1
}

stop() {
  local pid
  scancel --user=root || true
  for _ in $(seq 100); do
    [ -z "$(squeue --noheader 2>/dev/null)" ] && break
    sleep 0.2
  done
  for daemon in slurmctld slurmd munged; do
    pid=$(cat "$folder/run/$daemon.pid")
    kill "$pid" || true
    # it still writes its state
    while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
  done
}

case $1 in
  start) start "$3" "$4" ;;
  stop) stop ;;
esac
