package dev.pgduo.lab.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCopyTest {
    @TempDir
    private Path directory;

    private Path data;
    private Path location;
    private DataCopy copy;

    @BeforeEach
    void node() throws IOException {
        data = directory.resolve("a/data");
        location = directory.resolve("space");
        write(data.resolve("PG_VERSION"), "15");
        write(location.resolve("PG_15_202209061/5/16384"), "rows");
        Files.createDirectory(data.resolve("pg_tblspc"));
        Files.createSymbolicLink(data.resolve("pg_tblspc/16400"), location);
        Files.createDirectory(directory.resolve("kept"));
        copy = new DataCopy(data, directory.resolve("kept/a"));
    }

    @Test
    void putsDataAndTablespacesBack() throws IOException {
        copy.take();
        write(data.resolve("new"), "file");
        write(location.resolve("PG_15_202209061/5/16384"), "other rows");
        copy.putBack();
        assertThat(data.resolve("new")).doesNotExist();
        assertThat(location.resolve("PG_15_202209061/5/16384")).hasContent("rows");
        assertThat(data.resolve("pg_tblspc/16400")).isSymbolicLink();
        assertThat(directory.resolve("a")).isDirectoryNotContaining("glob:**restor*");
        assertThat(location).isDirectoryNotContaining("glob:**restor*");
    }

    @Test
    void removesWhatWasNotThere() throws IOException {
        copy.putBack();
        assertThat(data).doesNotExist();
    }

    @Test
    void leavesAllAsItIsWhenACopyFails() throws IOException {
        copy.take();
        write(data.resolve("new"), "file");
        Files.move(location, directory.resolve("gone"));
        assertThatThrownBy(copy::putBack).isInstanceOf(LabException.class);
        assertThat(data.resolve("new")).hasContent("file");
        assertThat(directory.resolve("a")).isDirectoryNotContaining("glob:**restor*");
    }

    @Test
    void endsWhatAnotherBegan() throws IOException {
        copy.take();
        write(data.resolve("new"), "file");
        Files.move(directory.resolve("kept/a"), directory.resolve("a/data.restored"));
        write(location.resolve(".PG_15_202209061.restoring/5/16384"), "kept rows");
        DataCopy.recover(data);
        assertThat(data.resolve("new")).doesNotExist();
        assertThat(data.resolve("PG_VERSION")).hasContent("15");
        assertThat(location.resolve("PG_15_202209061/5/16384")).hasContent("kept rows");
    }

    @Test
    void forgetsWhatAnotherDidNotFinish() throws IOException {
        write(data.resolve("new"), "file");
        write(directory.resolve("a/data.restoring/PG_VERSION"), "15");
        DataCopy.recover(data);
        assertThat(data.resolve("new")).hasContent("file");
        assertThat(directory.resolve("a/data.restoring")).doesNotExist();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
