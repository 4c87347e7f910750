package dev.pgduo.cluster.control;

import dev.pgduo.cluster.quantity.Lsn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** The formats in which pg_controldata prints fields. */
enum ControlValue {
    NUMBER {
        @Override
        String of(ControlData data, String field) {
            return Long.toUnsignedString(data.number(field));
        }
    },
    LSN {
        @Override
        String of(ControlData data, String field) {
            return new Lsn(data.number(field)).toString();
        }
    },
    STATE {
        @Override
        String of(ControlData data, String field) {
            return ControlState.find(data.number(field))
                    .map(ControlState::toString)
                    .orElse("unrecognized status code");
        }
    },
    TIME {
        @Override
        String of(ControlData data, String field) {
            long seconds = data.number(field);
            return Math.abs(seconds) > LATEST
                    ? "???"
                    : CTIME.format(Instant.ofEpochSecond(seconds).atZone(ZoneId.systemDefault()));
        }
    },
    ON_OFF {
        @Override
        String of(ControlData data, String field) {
            return data.number(field) == 0 ? "off" : "on";
        }
    },
    YES_NO {
        @Override
        String of(ControlData data, String field) {
            return data.number(field) == 0 ? "no" : "yes";
        }
    },
    WAL_LEVEL {
        @Override
        String of(ControlData data, String field) {
            return switch ((int) data.number(field)) {
                case 0 -> "minimal";
                case 1 -> "replica";
                case 2 -> "logical";
                default -> "unrecognized wal_level";
            };
        }
    },
    /** The name of the segment with an LSN, on the checkpoint's timeline. */
    WAL_FILE {
        @Override
        String of(ControlData data, String field) {
            long size = data.number("xlog_seg_size");
            if (size <= 0 || size > 1L << 32) {
                return "???";
            }
            long segment = data.number(field) / size;
            long perId = (1L << 32) / size;
            return String.format(
                    Locale.ROOT, "%08X%08X%08X", data.number("ThisTimeLineID"), segment / perId, segment % perId);
        }
    },
    EPOCH_AND_XID {
        @Override
        String of(ControlData data, String field) {
            return data.number("nextXidEpoch") + ":" + data.number(field);
        }
    },
    FULL_XID {
        @Override
        String of(ControlData data, String field) {
            return (data.number(field) >>> 32) + ":" + (data.number(field) & 0xffff_ffffL);
        }
    },
    BY_VALUE {
        @Override
        String of(ControlData data, String field) {
            return data.number(field) == 0 ? "by reference" : "by value";
        }
    },
    SIGNEDNESS {
        @Override
        String of(ControlData data, String field) {
            return data.number(field) == 0 ? "unsigned" : "signed";
        }
    },
    /**
     * The format of date and time storage: servers since 10 know only integers, and packaged ones before were built with them.
     */
    INTEGER_TIMES {
        @Override
        String of(ControlData data, String field) {
            return "64-bit integers";
        }
    },
    HEX {
        @Override
        String of(ControlData data, String field) {
            return data.hex(field);
        }
    };

    /** The largest plausible time in seconds since 1970; a larger one is a sign of damage. */
    private static final long LATEST = 1L << 40;

    /** The format of C's {@code %c} in the POSIX locale. */
    private static final DateTimeFormatter CTIME = new DateTimeFormatterBuilder()
            .appendPattern("EEE MMM ")
            .padNext(2)
            .appendPattern("d HH:mm:ss yyyy")
            .toFormatter(Locale.ROOT);

    abstract String of(ControlData data, String field);
}
