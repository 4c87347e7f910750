package dev.pgduo.cluster.control;

import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * All fields of a data directory's global/pg_control; where they are, and which there are, follows from the major that its
 * PG_VERSION names. Immutable.
 */
public final class ControlData {
    private static final String CHECKSUM = "crc";
    private static final int LABEL = 38;

    private final ByteBuffer bytes;
    private final int major;
    private final Map<String, Place> places = new HashMap<>();

    private ControlData(byte[] file, int major) {
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.nativeOrder());
        this.major = major;
        int offset = 0;
        for (List<String> row : FactFile.of("fields.txt", major).rows()) {
            Kind kind = Kind.of(row.get(0));
            offset = (offset + kind.alignment - 1) / kind.alignment * kind.alignment;
            places.put(row.get(1), new Place(offset, kind.size));
            offset += kind.size;
        }
    }

    /**
     * Reads the file.
     *
     * @throws LabException in pg_controldata's words, when there is none
     */
    public static ControlData read(Path dataDirectory) {
        Path file = dataDirectory.resolve("global/pg_control");
        try {
            byte[] all = Files.readAllBytes(file);
            String version = Files.readString(dataDirectory.resolve("PG_VERSION"));
            return new ControlData(all, Integer.parseInt(version.strip().replaceFirst("\\..*", "")));
        } catch (NoSuchFileException e) {
            throw LabException.of("could not open file \"" + e.getFile() + "\" for reading: No such file or directory");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the checksum is that of what is before it. */
    public boolean intact() {
        CRC32C crc = new CRC32C();
        crc.update(bytes.array(), 0, place(CHECKSUM).offset);
        return crc.getValue() == number(CHECKSUM);
    }

    /** The lines of pg_controldata's report. */
    public List<String> report() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : FactFile.of("report.txt", major).rows()) {
            String label = row.get(0) + ":";
            String value =
                    Shown.valueOf(row.get(2).toUpperCase(java.util.Locale.ROOT)).of(this, row.get(1));
            lines.add(label + " ".repeat(Math.max(0, LABEL - label.length())) + value);
        }
        return lines;
    }

    /** An unsigned number. */
    long number(String field) {
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
