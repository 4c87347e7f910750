package dev.pgduo.cluster.binaries.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Makes small jars of the servers' kind. */
final class Archives {
    private static final int PROGRAM_MODE = 0100755;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;

    Archives() throws IOException {
        tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)));
    }

    /** A whole server whose programs are shell scripts. */
    static Path server(Path jar, String version) throws IOException {
        Archives archive = new Archives().link("lib/libpq.so", "libpq.so.5").file("lib/libpq.so.5", "library");
        for (String program : new String[] {"postgres", "initdb", "pg_ctl"}) {
            archive.program("bin/" + program, "#!/bin/sh\necho 'postgres (PostgreSQL) " + version + "'\n");
        }
        return archive.write(jar);
    }

    Archives file(String name, String text) throws IOException {
        return add(new TarArchiveEntry(name, TarConstants.LF_NORMAL, true), text);
    }

    Archives program(String name, String text) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(PROGRAM_MODE);
        return add(entry, text);
    }

    Archives link(String name, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return add(entry, "");
    }

    Archives hardLink(String name, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_LINK);
        entry.setLinkName(target);
        return add(entry, "");
    }

    private Archives add(TarArchiveEntry entry, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
        return this;
    }

    Path write(Path jar) throws IOException {
        tar.close();
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("postgres-linux-x86_64.txz"));
            zip.write(bytes.toByteArray());
            zip.closeEntry();
        }
        return jar;
    }
}
