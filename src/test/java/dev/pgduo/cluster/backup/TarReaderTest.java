package dev.pgduo.cluster.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarReaderTest {
    private final List<String> seen = new ArrayList<>();
    private final TarReader reader = new TarReader(new TarReader.Target() {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void directory(String name, int mode) {
            seen.add("dir " + name + " " + Integer.toOctalString(mode));
        }

        @Override
        public void symbolicLink(String name, String destination) {
            seen.add("link " + name + " " + destination);
        }

        @Override
        public void file(String name, int mode, long size) {
            seen.add("file " + name + " " + Integer.toOctalString(mode) + " " + size);
        }

        @Override
        public void content(ByteBuffer piece) {
            text.append(StandardCharsets.UTF_8.decode(piece));
        }

        @Override
        public void fileEnd() {
            seen.add(text.toString());
            text.setLength(0);
        }
    });

    private static byte[] member(char type, String name, String link, String content) {
        byte[] body = content.getBytes(StandardCharsets.UTF_8);
        byte[] block = new byte[512 + (body.length + 511) / 512 * 512];
        put(block, 0, name);
        put(block, 100, type == '0' ? "0000600\0" : "0040700\0");
        put(block, 124, String.format(Locale.ROOT, "%011o\0", body.length));
        put(block, 156, String.valueOf(type));
        put(block, 157, link);
        System.arraycopy(body, 0, block, 512, body.length);
        return block;
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(member('0', "backup_label", "", "LABEL: x\n"));
        all.write(member('5', "pg_tblspc/", "", ""));
        all.write(member('2', "pg_tblspc/16384/", "/tmp/ts", ""));
        all.write(member('0', "empty", "", ""));
        all.write(member('0', "full", "", "x".repeat(512)));
        all.write(member('0', "more", "", "y".repeat(513)));
        all.write(new byte[1024]);
        return all.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 511, 512, 513, 100_000})
    void readsMembersInPiecesOfAnyLength(int length) throws IOException {
        byte[] bytes = archive();
        for (int i = 0; i < bytes.length; i += length) {
            reader.accept(ByteBuffer.wrap(bytes, i, Math.min(length, bytes.length - i)));
        }
        reader.end();
        assertThat(seen)
                .containsExactly(
                        "file backup_label 600 9",
                        "LABEL: x\n",
                        "dir pg_tblspc/ 40700",
                        "link pg_tblspc/16384/ /tmp/ts",
                        "file empty 600 0",
                        "",
                        "file full 600 512",
                        "x".repeat(512),
                        "file more 600 513",
                        "y".repeat(513));
    }

    @Test
    void readsSizesBeyondOctal() throws IOException {
        byte[] header = member('0', "huge", "", "");
        byte[] size = {(byte) 0x80, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 1};
        System.arraycopy(size, 0, header, 124, size.length);
        reader.accept(ByteBuffer.wrap(header));
        assertThat(seen).containsExactly("file huge 600 " + ((4L << 32) + 1));
    }

    @Test
    void refusesAnArchiveThatEndsWithinAMember() throws IOException {
        byte[] bytes = archive();
        reader.accept(ByteBuffer.wrap(bytes, 0, 515));
        assertThatThrownBy(reader::end).hasMessage("the archive of the base backup is incomplete");
    }
}
