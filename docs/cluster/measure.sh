#!/bin/sh
# How much faster two processes of one thread and one core train than one: eg-cnn's folder and a working
# folder are given. Needs two free cores. Prints seconds for each step of two crops, from history.csv.
set -eu
program=$1/bin/eg-cnn
folder=$2
size=${3:-64x64x64}
"$program" example --out "$folder/data" --cases 4 --tests 0 --size 80x80x80 --spacing 4,4,4 2> /dev/null
job="--data $folder/data --crop $size --width 8 --batch 2 --epochs 8 --steps-per-epoch 4 --threads 1 --validate-every 100"
seconds() { # the median of the epochs after the first, in seconds a step
  awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "seconds") c = i } NR > 2 { print $c / 4 }' \
    "$1/history.csv" | sort -n | awk '{ s[NR] = $1 } END { printf "%.3f", s[int((NR + 1) / 2)] }'
}
# shellcheck disable=SC2086
taskset -c 0 "$program" train $job --out "$folder/one" > "$folder/one.log" 2>&1
taskset -c 1 "$program" train --cluster 21850,21851 --task 1 --threads 1 > "$folder/worker.log" 2>&1 &
# shellcheck disable=SC2086
taskset -c 0 "$program" train $job --out "$folder/two" --cluster 21850,21851 --task 0 > "$folder/two.log" 2>&1
wait
one=$(seconds "$folder/one")
two=$(seconds "$folder/two")
echo "one process $one s, two processes $two s a step: $(awk "BEGIN { printf \"%.2f\", $one / $two }") times as fast"
