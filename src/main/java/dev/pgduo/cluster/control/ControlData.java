package dev.pgduo.cluster.control;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.MajorTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/** All fields of a data directory's global/pg_control; their positions depend on the major in PG_VERSION. Immutable. */
public final class ControlData {
    private static final String CHECKSUM = "crc";
    private static final String IDENTIFIER = "system_identifier";
    private static final List<String> CHECKSUM_WARNING = List.of(
            "WARNING: Calculated CRC checksum does not match value stored in file.",
            "Either the file is corrupt, or it has a different layout than this program",
            "is expecting.  The results below are untrustworthy.",
            "");
    private static final int LABEL = 38;
    private static final int ATTEMPTS = 10;

    /** The size of the file in bytes, on every major. */
    static final int FILE_SIZE = 8192;

    private final ByteBuffer bytes;
    private final int major;
    private final Map<String, Place> places = new HashMap<>();

    private ControlData(byte[] file, int major) {
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.nativeOrder());
        this.major = major;
        int offset = 0;
        for (List<String> row :
                MajorTable.of(ControlData.class, "control-fields.txt", major).rows()) {
            Kind kind = Kind.of(row.get(0));
            offset = (offset + kind.alignment - 1) / kind.alignment * kind.alignment;
            places.put(row.get(1), new Place(offset, kind.size));
            offset += kind.size;
        }
    }

    /**
     * Reads the file, whether or not its checksum is right.
     *
     * @throws LabException with pg_controldata's message when the file is missing or too short
     */
    public static ControlData read(Path dataDirectory) {
        Path file = file(dataDirectory);
        try {
            ControlData data = new ControlData(Files.readAllBytes(file), major(dataDirectory));
            return data.whole() ? data.settled(file) : data.tooShort(file);
        } catch (NoSuchFileException e) {
            throw LabException.of("could not open file \"" + e.getFile() + "\" for reading: No such file or directory");
        } catch (IOException e) {
            throw new LabException(ErrorReport.error("could not read file \"" + file + "\": " + e.getMessage()), e);
        }
    }

    /** Reads the file if it exists and is valid. */
    public static Optional<ControlData> tryRead(Path dataDirectory) {
        try {
            return Optional.of(read(dataDirectory)).filter(ControlData::intact);
        } catch (LabException e) {
            return Optional.empty();
        }
    }

    /** Sets the file's modification time to now, after older files of a data directory were restored. */
    public static void touch(Path dataDirectory) throws IOException {
        if (Files.exists(file(dataDirectory))) {
            Files.setLastModifiedTime(file(dataDirectory), FileTime.from(Instant.now()));
        }
    }

    /** The path of the file. */
    public static Path file(Path dataDirectory) {
        return dataDirectory.resolve("global/pg_control");
    }

    /** The path to which the file is renamed during a rewind: without it no server starts, if the rewind is interrupted. */
    public static Path held(Path dataDirectory) {
        return dataDirectory.resolve("global/pg_control.rewinding");
    }

    /** Whether a rewind of the directory was interrupted by a kill. */
    public static boolean rewoundHalfway(Path dataDirectory) {
        return Files.exists(held(dataDirectory)) && !Files.exists(file(dataDirectory));
    }

    private static int major(Path dataDirectory) throws IOException {
        Path file = dataDirectory.resolve("PG_VERSION");
        String version = Files.readString(file).strip();
        if (!version.matches("(9|[1-9]\\d{1,3})(\\.\\d{1,4})?")) {
            throw LabException.of("file \"" + file + "\" does not contain valid data");
        }
        return Integer.parseInt(version.replaceFirst("\\..*", ""));
    }

    /**
     * Reads the file again after an error: the server writes it in one piece, but a reader may see half of it, so only a
     * repeated error counts.
     */
    private ControlData settled(Path file) throws IOException {
        ControlData data = this;
        for (int i = 0; i < ATTEMPTS && !data.intact(); i++) {
            ControlData again = new ControlData(Files.readAllBytes(file), major);
            if (!again.whole() || again.bytes.equals(data.bytes)) {
                return data;
            }
            data = again;
        }
        return data;
    }

    private ControlData tooShort(Path file) {
        throw LabException.of("could not read file \"" + file + "\": read " + bytes.limit() + " of " + size());
    }

    /** Whether all fields are there. */
    private boolean whole() {
        return bytes.limit() >= size();
    }

    /** The total size of the fields in bytes. */
    private int size() {
        Place last = place(CHECKSUM);
        return last.offset + last.size;
    }

    /** Whether the checksum is correct. */
    public boolean intact() {
        return crc(bytes.array()) == (int) number(CHECKSUM);
    }

    private int crc(byte[] file) {
        CRC32C crc = new CRC32C();
        crc.update(file, 0, place(CHECKSUM).offset);
        return (int) crc.getValue();
    }

    /** The cluster's state when the file was written; empty for an invalid number. */
    public Optional<ControlState> state() {
        return ControlState.find(number("state"));
    }

    /** The system identifier, equal for a cluster and all copies of it. */
    public long systemIdentifier() {
        return number(IDENTIFIER);
    }

    /** The position of the last checkpoint or restartpoint record. */
    public Lsn checkpoint() {
        return new Lsn(number("checkPoint"));
    }

    /** The position at which recovery from the last checkpoint begins. */
    public Lsn redo() {
        return new Lsn(number("redo"));
    }

    /** The timeline of the last checkpoint; a server that was just promoted is on a newer one already. */
    public long checkpointTimeline() {
        return number("ThisTimeLineID");
    }

    /** The position to which a standby has to replay before it is consistent; empty for a primary. */
    public Optional<Lsn> minRecoveryPoint() {
        return Optional.of(new Lsn(number("minRecoveryPoint"))).filter(lsn -> lsn.position() != 0);
    }

    /** The timeline of {@link #minRecoveryPoint()}, 0 when there is none. */
    public long minRecoveryTimeline() {
        return number("minRecoveryPointTLI");
    }

    /** The size of a WAL file in bytes. */
    public long segmentSize() {
        return number("xlog_seg_size");
    }

    /** The timeline of the cluster; after a promotion it is the new one even before the next checkpoint. */
    public long timeline() {
        return Math.max(checkpointTimeline(), minRecoveryTimeline());
    }

    /** The capabilities of the cluster's major. */
    public Capabilities capabilities() {
        return new Capabilities(major);
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        return bytes.array().clone();
    }

    /**
     * The content of a file of another cluster of the same major.
     *
     * @throws LabException when it is too short
     */
    public ControlData sameMajor(byte[] file) {
        if (file.length != FILE_SIZE) {
            throw LabException.of("unexpected control file size " + file.length + ", expected " + FILE_SIZE);
        }
        return new ControlData(file, major);
    }

    /** The bytes of a file for a copy that has to recover to this position before it is consistent. */
    public byte[] recovering(Lsn place, long timeline, Instant time) {
        byte[] copy = bytes.array().clone();
        ByteBuffer changed = ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder());
        changed.putInt(place("state").offset, ControlState.IN_ARCHIVE_RECOVERY.code());
        changed.putLong(place("time").offset, time.getEpochSecond());
        changed.putLong(place("minRecoveryPoint").offset, place.position());
        changed.putInt(place("minRecoveryPointTLI").offset, (int) timeline);
        changed.putInt(place(CHECKSUM).offset, crc(copy));
        return copy;
    }

    /** The bytes of a file for a cluster with or without data checksums. */
    public byte[] withChecksums(boolean checksums) {
        byte[] copy = bytes.array().clone();
        ByteBuffer changed = ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder());
        changed.putInt(place("data_checksum_version").offset, checksums ? 1 : 0);
        changed.putInt(place(CHECKSUM).offset, crc(copy));
        return copy;
    }

    /** The name of this cluster's directory in a tablespace: {@code PG_15_202209061}. */
    public String tablespaceDirectory() {
        return "PG_" + (major == 9 ? "9.6" : Integer.toString(major)) + "_" + number("catalog_version_no");
    }

    /** The bytes of the file with another system identifier. */
    byte[] withIdentifier(long identifier) {
        byte[] copy = bytes.array().clone();
        ByteBuffer changed = ByteBuffer.wrap(copy).order(ByteOrder.nativeOrder());
        changed.putLong(place(IDENTIFIER).offset, identifier);
        changed.putInt(place(CHECKSUM).offset, crc(copy));
        return copy;
    }

    /** The lines of pg_controldata's report; it begins with a warning where the checksum is wrong. */
    public List<String> report() {
        List<String> lines = new ArrayList<>(intact() ? List.of() : CHECKSUM_WARNING);
        for (List<String> row :
                MajorTable.of(ControlData.class, "control-report.txt", major).rows()) {
            String label = row.get(0) + ":";
            String value =
                    ControlValue.valueOf(row.get(2).toUpperCase(Locale.ROOT)).of(this, row.get(1));
            lines.add(label + " ".repeat(Math.max(0, LABEL - label.length())) + value);
        }
        return lines;
    }

    /** An unsigned number. */
    public long number(String field) {
        Place place = place(field);
        return switch (place.size) {
            case 1 -> bytes.get(place.offset) & 0xffL;
            case 4 -> Integer.toUnsignedLong(bytes.getInt(place.offset));
            default -> bytes.getLong(place.offset);
        };
    }

    /** A field's bytes in hexadecimal digits. */
    String hex(String field) {
        Place place = place(field);
        return HexFormat.of().formatHex(bytes.array(), place.offset, place.offset + place.size);
    }

    private Place place(String field) {
        Place place = places.get(field);
        if (place == null) {
            throw new IllegalArgumentException("pg_control of major " + major + " has no field " + field);
        }
        return place;
    }

    private record Place(int offset, int size) {}

    private record Kind(int size, int alignment) {
        static Kind of(String name) {
            return switch (name) {
                case "u8" -> new Kind(1, 1);
                case "u32" -> new Kind(4, 4);
                case "u64" -> new Kind(8, 8);
                case "hex32" -> new Kind(32, 1);
                case "end" -> new Kind(0, 8);
                default -> throw new IllegalArgumentException("unknown kind of field: " + name);
            };
        }
    }
}
