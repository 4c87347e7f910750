package dev.pgduo.shell.client;

import dev.pgduo.cluster.backup.Manifest;
import dev.pgduo.cluster.backup.ManifestChecksum;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares a base backup with its manifest. */
final class BackupComparison {
    /** Files of a backup that no manifest contains, or that may differ. */
    private static final List<String> NOT_COMPARED =
            List.of("backup_manifest", "pg_wal", "postgresql.auto.conf", "recovery.signal", "standby.signal");

    private static final int BUFFER = 256 * 1024;

    private final Path backup;
    private final Manifest manifest;
    private final List<String> ignored = new ArrayList<>(NOT_COMPARED);
    private final BackupFindings findings;
    private final Set<String> matched = new HashSet<>();
    private final Set<String> bad = new HashSet<>();

    BackupComparison(Path backup, Manifest manifest, List<String> ignored, BackupFindings findings) {
        this.backup = backup;
        this.manifest = manifest;
        this.findings = findings;
        ignored.forEach(path -> this.ignored.add(Path.of(path).normalize().toString()));
    }

    Manifest manifest() {
        return manifest;
    }

    /** Compares which files exist, and their sizes. */
    void files() {
        directory("", backup);
        for (String path : manifest.files().keySet()) {
            if (!matched.contains(path) && !ignores(path)) {
                findings.add("\"" + path + "\" is present in the manifest but not on disk");
            }
        }
    }

    private boolean ignores(String path) {
        return ignored.stream().anyMatch(one -> path.equals(one) || path.startsWith(one + "/"));
    }

    private void directory(String parent, Path directory) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                String path = parent.isEmpty() ? name : parent + "/" + name;
                if (!ignores(path)) {
                    entry(path, entry);
                }
            }
        } catch (IOException e) {
            String text = "could not open directory \"" + directory + "\": " + FailureReason.of(e);
            if (parent.isEmpty()) {
                throw LabException.of(text);
            }
            findings.add(text);
            ignored.add(parent);
        }
    }

    private void entry(String path, Path entry) {
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(entry, BasicFileAttributes.class);
        } catch (IOException e) {
            findings.add("could not stat file or directory \"" + path + "\": " + FailureReason.of(e));
            ignored.add(path);
            return;
        }
        if (found.isDirectory()) {
            directory(path, entry);
        } else if (!found.isRegularFile()) {
            findings.add("\"" + path + "\" is not a file or directory");
        } else {
            file(path, found.size());
        }
    }

    private void file(String path, long size) {
        Manifest.Entry entry = manifest.files().get(path);
        if (entry == null) {
            findings.add("\"" + path + "\" is present on disk but not in the manifest");
            return;
        }
        matched.add(path);
        if (entry.size() != size) {
            bad.add(path);
            findings.add(
                    "\"" + path + "\" has size " + size + " on disk but size " + entry.size() + " in the manifest");
        } else if (path.equals("global/pg_control")) {
            manifest.systemIdentifier().ifPresent(this::requireSystem);
        }
    }

    private void requireSystem(long identifier) {
        ControlData control = ControlData.read(backup);
        Path file = ControlData.file(backup);
        if (!control.intact()) {
            throw LabException.of(file + ": CRC is incorrect");
        }
        if (control.systemIdentifier() != identifier) {
            throw LabException.of(file + ": manifest system identifier is " + Long.toUnsignedString(identifier)
                    + ", but control file has " + Long.toUnsignedString(control.systemIdentifier()));
        }
    }

    /** Compares the checksums of the existing files. */
    void checksums() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        for (Manifest.Entry entry : manifest.files().values()) {
            String path = entry.path();
            boolean there = matched.contains(path) && !bad.contains(path) && !ignores(path);
            if (there && entry.algorithm() != ManifestChecksum.NONE) {
                checksum(entry, buffer);
            }
        }
    }

    private void checksum(Manifest.Entry entry, ByteBuffer buffer) {
        String path = entry.path();
        ManifestChecksum.Sum sum = entry.algorithm().begin();
        long bytes = 0;
        try (FileChannel channel = FileChannel.open(backup.resolve(path))) {
            for (buffer.clear(); channel.read(buffer) >= 0; buffer.clear()) {
                bytes += buffer.flip().remaining();
                sum.add(buffer);
            }
        } catch (IOException e) {
            findings.add("could not open file \"" + path + "\": " + FailureReason.of(e));
            return;
        }
        if (bytes != entry.size()) {
            findings.add(
                    "file \"" + path + "\" should contain " + entry.size() + " bytes, but read " + bytes + " bytes");
            return;
        }
        byte[] expected = entry.sum();
        byte[] found = sum.end();
        if (expected.length != found.length) {
            findings.add("file \"" + path + "\" has checksum of length " + expected.length + ", but expected "
                    + found.length);
        } else if (!Arrays.equals(expected, found)) {
            findings.add("checksum mismatch for file \"" + path + "\"");
        }
    }
}
