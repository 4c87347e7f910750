package dev.pgduo.cluster.binaries.download;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A process that gets stuck while it makes a directory of a cache; it says so on its standard output. */
final class HalfWay {
    private HalfWay() {}

    public static void main(String[] arguments) throws IOException {
        new ServerCache(Path.of(arguments[0])).get(arguments[1], directory -> {
            Files.writeString(directory.resolve("half"), "half");
            OutputStream out = new FileOutputStream(FileDescriptor.out);
            out.write('.');
            out.flush();
            LockSupport.park();
        });
    }
}
