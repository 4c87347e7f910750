package dev.pgduo.shell.script;

import dev.pgduo.replay.result.Cell;

/** One lab to be played on one server. */
record CellPlan(LabFile lab, Target target) {
    Cell cell() {
        return target.cell(lab.name());
    }

    /** An estimate of its duration without a unit: the number of the lab's lines. */
    int length() {
        return lab.lines();
    }
}
