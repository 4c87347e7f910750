package dev.pgduo.cluster.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Copies one file with its owner, mode and times; a symbolic link is copied as a link. Blocks of zeros in a large file become
 * holes, as new WAL segments consist mostly of zeros.
 */
final class FileCopy {
    private static final CopyOption[] EXACTLY = {StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS};
    private static final long LARGE = 4L << 20;
    private static final int BLOCK = 1 << 16;
    private static final ByteBuffer ZEROS = ByteBuffer.allocate(BLOCK).asReadOnlyBuffer();

    private FileCopy() {}

    /** Copies to a new name; of a directory, only the directory itself. */
    static void make(Path from, Path to) throws IOException {
        PosixFileAttributes original = Files.readAttributes(from, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (original.isRegularFile() && original.size() >= LARGE) {
            content(from, to);
            attributes(original, to);
        } else {
            Files.copy(from, to, EXACTLY);
        }
    }

    private static void content(Path from, Path to) throws IOException {
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                FileChannel out = FileChannel.open(
                        to,
                        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
            long at = 0;
            boolean hole = false;
            while (in.read(block.clear(), at) > 0) {
                block.flip();
                int length = block.remaining();
                hole = block.equals(ZEROS.duplicate().limit(length));
                for (int done = 0; !hole && done < length; ) {
                    done += out.write(block, at + done);
                }
                at += length;
            }
            if (hole) {
                out.write(ByteBuffer.allocate(1), at - 1);
            }
        }
    }

    private static void attributes(PosixFileAttributes original, Path to) throws IOException {
        PosixFileAttributeView copy =
                Files.getFileAttributeView(to, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        PosixFileAttributes made = copy.readAttributes();
        if (!made.owner().equals(original.owner())) {
            copy.setOwner(original.owner());
        }
        if (!made.group().equals(original.group())) {
            copy.setGroup(original.group());
        }
        copy.setPermissions(original.permissions());
        copy.setTimes(original.lastModifiedTime(), original.lastAccessTime(), null);
    }
}
