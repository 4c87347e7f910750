package dev.pgduo.cluster.backup;

import dev.pgduo.cluster.quantity.Lsn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds a manifest from the parts of its JSON text; an unexpected part is reported with PostgreSQL's message. For one text. */
final class ManifestReader implements JsonEvents {
    private static final String VERSION = "PostgreSQL-Backup-Manifest-Version";
    private static final Set<String> FILE_FIELDS =
            Set.of("Path", "Encoded-Path", "Size", "Last-Modified", "Checksum-Algorithm", "Checksum");
    private static final Set<String> RANGE_FIELDS = Set.of("Timeline", "Start-LSN", "End-LSN");
    private static final String LOCATION = "[0-9A-Fa-f]{1,8}/[0-9A-Fa-f]{1,8}";

    private enum Place {
        START,
        TOP,
        TOP_SCALAR,
        FILES_START,
        FILES,
        FILE,
        RANGES_START,
        RANGES,
        RANGE,
        LAST,
        END
    }

    private Place place = Place.START;
    private String name = "";
    private boolean valueExpected;
    private int version;
    private @Nullable String identifier;
    private @Nullable String checksum;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Manifest.Entry> files = new LinkedHashMap<>();
    private final List<Manifest.Range> ranges = new ArrayList<>();

    Manifest manifest() throws ManifestException {
        if (place != Place.END) {
            throw ManifestException.unparsed("manifest ended unexpectedly");
        }
        Optional<Long> system = Optional.empty();
        if (identifier != null) {
            system = Optional.of(number(identifier, "system identifier in manifest not an integer"));
        }
        return new Manifest(version, system, files, ranges);
    }

    /** The manifest's own checksum, as its last line gives it. */
    Optional<String> checksum() {
        return Optional.ofNullable(checksum);
    }

    @Override
    public void objectStart() throws ManifestException {
        place = switch (place) {
            case START -> Place.TOP;
            case FILES -> Place.FILE;
            case RANGES -> Place.RANGE;
            default -> throw ManifestException.unparsed("unexpected object start");
        };
        values.clear();
    }

    @Override
    public void objectEnd() throws ManifestException {
        place = switch (place) {
            case LAST -> Place.END;
            case FILE -> {
                file();
                yield Place.FILES;
            }
            case RANGE -> {
                range();
                yield Place.RANGES;
            }
            default -> throw ManifestException.unparsed("unexpected object end");
        };
    }

    @Override
    public void arrayStart() throws ManifestException {
        place = switch (place) {
            case FILES_START -> Place.FILES;
            case RANGES_START -> Place.RANGES;
            default -> throw ManifestException.unparsed("unexpected array start");
        };
    }

    @Override
    public void arrayEnd() throws ManifestException {
        if (place != Place.FILES && place != Place.RANGES) {
            throw ManifestException.unparsed("unexpected array end");
        }
        place = Place.TOP;
    }

    @Override
    public void field(String field) throws ManifestException {
        name = field;
        switch (place) {
            case TOP -> place = top(field);
            case FILE -> require(FILE_FIELDS.contains(field), "unexpected file field");
            case RANGE -> require(RANGE_FIELDS.contains(field), "unexpected WAL range field");
            default -> throw ManifestException.unparsed("unexpected object field");
        }
        valueExpected = true;
    }

    private Place top(String field) throws ManifestException {
        require(version != 0 || field.equals(VERSION), "expected version indicator");
        return switch (field) {
            case VERSION, "System-Identifier", "Manifest-Checksum" -> Place.TOP_SCALAR;
            case "Files" -> Place.FILES_START;
            case "WAL-Ranges" -> Place.RANGES_START;
            default -> throw ManifestException.unparsed("unrecognized top-level field");
        };
    }

    @Override
    public void scalar(String text) throws ManifestException {
        if (place == Place.TOP_SCALAR) {
            place = Place.TOP;
            switch (name) {
                case VERSION -> {
                    require(text.equals("1") || text.equals("2"), "unexpected manifest version");
                    version = Integer.parseInt(text);
                }
                case "System-Identifier" -> identifier = text;
                default -> {
                    checksum = text;
                    place = Place.LAST;
                }
            }
            return;
        }
        require((place == Place.FILE || place == Place.RANGE) && valueExpected, "unexpected scalar");
        valueExpected = false;
        values.put(name, text);
    }

    private void file() throws ManifestException {
        String path = values.get("Path");
        String encoded = values.get("Encoded-Path");
        require(path != null || encoded != null, "missing path name");
        require(path == null || encoded == null, "both path name and encoded path name");
        String size = value("Size", "missing size");
        String algorithm = values.get("Checksum-Algorithm");
        String sum = values.get("Checksum");
        require(sum == null || algorithm != null, "checksum without algorithm");
        String file = path != null ? path : decoded(Objects.requireNonNull(encoded));
        long bytes = number(size, "file size is not an integer");
        ManifestChecksum kind = algorithm == null
                ? ManifestChecksum.NONE
                : ManifestChecksum.find(algorithm)
                        .orElseThrow(
                                () -> new ManifestException("unrecognized checksum algorithm: \"" + algorithm + "\""));
        if (sum != null && !sum.matches("([0-9a-fA-F]{2})*+")) {
            throw new ManifestException("invalid checksum for file \"" + file + "\": \"" + sum + "\"");
        }
        if (files.put(file, new Manifest.Entry(file, bytes, kind, sum == null ? "" : sum)) != null) {
            throw new ManifestException("duplicate path name in backup manifest: \"" + file + "\"");
        }
    }

    private static String decoded(String encoded) throws ManifestException {
        require(encoded.matches("([0-9a-fA-F]{2})*+"), "could not decode file name");
        return new String(HexFormat.of().parseHex(encoded), StandardCharsets.UTF_8);
    }

    private void range() throws ManifestException {
        String timeline = value("Timeline", "missing timeline");
        String start = value("Start-LSN", "missing start LSN");
        String end = value("End-LSN", "missing end LSN");
        long number = number(timeline, "timeline is not an integer");
        require(start.matches(LOCATION), "could not parse start LSN");
        require(end.matches(LOCATION), "could not parse end LSN");
        ranges.add(new Manifest.Range(number, Lsn.parse(start), Lsn.parse(end)));
    }

    private String value(String field, String missing) throws ManifestException {
        String value = values.get(field);
        if (value == null) {
            throw ManifestException.unparsed(missing);
        }
        return value;
    }

    private static long number(String text, String complaint) throws ManifestException {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw ManifestException.unparsed(complaint);
        }
    }

    private static void require(boolean fits, String complaint) throws ManifestException {
        if (!fits) {
            throw ManifestException.unparsed(complaint);
        }
    }
}
