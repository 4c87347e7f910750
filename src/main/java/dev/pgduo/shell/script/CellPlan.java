package dev.pgduo.shell.script;

/** One lab to be played on one server. */
record CellPlan(LabFile lab, Target target) {
    /** How long it may take, in no unit: the lines of the lab. */
    int length() {
        return lab.transcript().map(read -> read.text().lines().size()).orElse(0);
    }
}
