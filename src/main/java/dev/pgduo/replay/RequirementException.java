package dev.pgduo.replay;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;

/** A lab file's front matter requires what the server or the machine does not have: it can be played elsewhere. */
public final class RequirementException extends LabException {
    private static final long serialVersionUID = 1;

    public RequirementException(ErrorReport report) {
        super(report);
    }
}
