package dev.pgduo.shell.script;

import dev.pgduo.replay.result.Cell;

/** One lab to be played on one server. */
record CellPlan(LabFile lab, Target target) {
    Cell cell() {
        return target.cell(lab.name());
    }

    /** How long it may take, in no unit: the lines of the lab. */
    int length() {
        return lab.lines();
    }
}
