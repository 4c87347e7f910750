package dev.pgduo.lab.fault.network;

import dev.pgduo.lab.fault.FaultCard.Parameter;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;

/**
 * An argument whose value is a number.
 *
 * @param scene the fault's context
 */
record NumberArgument(Scene scene) {
    /**
     * Its value.
     *
     * @throws LabException when the value is no number in this range
     */
    long of(Parameter parameter, long least, long most) {
        String text = scene.value(parameter.name());
        long value = text.matches("\\d{1,9}") ? Long.parseLong(text) : -1;
        if (value < least || value > most) {
            throw new LabException(ErrorReport.error("invalid value for " + parameter.name() + ": \"" + text + "\"")
                    .detail("It is a whole number: " + parameter.description() + "."));
        }
        return value;
    }
}
