package dev.pgduo.cluster.checksum;

import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a cluster's files with pages, in the order of the directories.
 *
 * @param only the file number of the only relation to find; empty for all
 */
record PageFiles(Path data, Optional<String> only) {
    private static final Pattern NO_PAGES =
            Pattern.compile("pgsql_tmp.*|pg_control|pg_filenode\\.map|pg_internal\\.init.*|PG_VERSION|\\.DS_Store");
    private static final Pattern NAME = Pattern.compile("([^._]*)(_[^.]*)?(\\.(.*))?");
    private static final String TABLESPACES = "pg_tblspc";

    List<PageFile> find() {
        ControlData control = ControlData.read(data);
        List<PageFile> files = new ArrayList<>();
        for (String top : List.of("global", "base", TABLESPACES)) {
            directory(data.resolve(top), control, files);
        }
        return files;
    }

    private void directory(Path directory, ControlData control, List<PageFile> files) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (!NO_PAGES.matcher(name(entry)).matches()) {
                    entry(entry, control, files);
                }
            }
        } catch (IOException e) {
            throw LabException.of("could not open directory \"" + directory + "\": " + FailureReason.of(e));
        }
    }

    private void entry(Path entry, ControlData control, List<PageFile> files) throws IOException {
        BasicFileAttributes found = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isRegularFile()) {
            file(entry, found.size(), control, files);
        } else if (found.isDirectory() || found.isSymbolicLink()) {
            Path parent = entry.getParent();
            boolean tablespace = parent != null && name(parent).equals(TABLESPACES);
            directory(tablespace ? entry.resolve(control.tablespaceDirectory()) : entry, control, files);
        }
    }

    private void file(Path file, long size, ControlData control, List<PageFile> files) {
        Matcher name = NAME.matcher(name(file));
        if (!name.matches()) {
            return;
        }
        String segment = name.group(4);
        if (segment != null && !segment.matches("[1-9]\\d{0,8}")) {
            throw LabException.of("invalid segment number 0 in file name \"" + file + "\"");
        }
        if (only.isEmpty() || only.get().equals(name.group(1))) {
            long first = segment == null ? 0 : Long.parseLong(segment) * control.number("relseg_size");
            files.add(new PageFile(file, first, size));
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
