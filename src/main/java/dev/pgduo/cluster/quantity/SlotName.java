package dev.pgduo.cluster.quantity;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;

/**
 * A replication slot's name, checked by the server's own rules (ReplicationSlotValidateName).
 *
 * @param value 1 to 63 lower-case letters, digits and underscores
 */
public record SlotName(String value) {
    private static final int LONGEST = 63;

    public SlotName {
        if (value.isEmpty()) {
            throw LabException.of("replication slot name \"\" is too short");
        }
        if (value.length() > LONGEST) {
            throw LabException.of("replication slot name \"" + value + "\" is too long");
        }
        if (!value.matches("[a-z0-9_]+")) {
            throw new LabException(
                    ErrorReport.error("replication slot name \"" + value + "\" contains invalid character")
                            .hint(
                                    "Replication slot names may only contain lower case letters, numbers, and the underscore character."));
        }
    }

    /** Whether the server would accept this name for a slot. */
    public static boolean valid(String text) {
        return text.length() <= LONGEST && text.matches("[a-z0-9_]+");
    }

    @Override
    public String toString() {
        return value;
    }
}
