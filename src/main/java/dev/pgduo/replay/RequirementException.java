package dev.pgduo.replay;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;

/** A lab file's front matter requires something that this server or machine does not have. */
public final class RequirementException extends LabException {
    private static final long serialVersionUID = 1;

    public RequirementException(ErrorReport report) {
        super(report);
    }
}
