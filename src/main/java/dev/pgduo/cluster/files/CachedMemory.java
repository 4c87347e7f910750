package dev.pgduo.cluster.files;

import dev.pgduo.cluster.process.Memory;
import dev.pgduo.cluster.process.RunAs;
import dev.pgduo.cluster.process.ThisUser;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link Memory} in the cache: a small file for each question, with the question, the circumstances and the answer, one a
 * line. A file with other content, or that another user could have written, is ignored, and replaced by the next answer.
 *
 * @param cache pgduo's cache directory
 */
public record CachedMemory(Path cache) implements Memory {
    private static final Logger LOG = LoggerFactory.getLogger(CachedMemory.class);
    private static final String DIRECTORY = "known";
    private static final RunAs SELF = new RunAs.Direct();

    /** The memory of this user; one that keeps nothing when there is no usable cache. */
    public static Memory ofThisUser() {
        try {
            return new CachedMemory(CacheDirectory.of(SELF));
        } catch (LabException e) {
            LOG.debug("nothing is kept between two starts", e);
            return new None();
        }
    }

    @Override
    public Optional<String> recall(String question, String circumstances) {
        Path file = file(question);
        try {
            CacheDirectory.requireOwn(cache, DIRECTORY, SELF);
            OwnFiles.requireFile(file, ThisUser.id());
            List<String> lines = Files.readAllLines(file);
            return lines.size() == 3
                            && lines.get(0).equals(question)
                            && lines.get(1).equals(circumstances)
                    ? Optional.of(lines.get(2))
                    : Optional.empty();
        } catch (NoSuchFileException | CharacterCodingException e) {
            return Optional.empty();
        } catch (ForeignFile e) {
            ForeignFiles.leftAlone(e);
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("left {} alone", file, e);
            return Optional.empty();
        }
    }

    @Override
    public void keep(String question, String circumstances, String answer) {
        List<String> lines = List.of(question, circumstances, answer);
        if (lines.stream().anyMatch(line -> line.lines().count() != 1)) {
            return;
        }
        try {
            Path directory = CacheDirectory.open(cache, DIRECTORY, SELF);
            AtomicFile.write(
                    directory.resolve(file(question).getFileName()), String.join("\n", lines) + "\n", draft -> {});
        } catch (IOException e) {
            LOG.debug("could not keep an answer in {}", cache, e);
        }
    }

    /** The file for a question, named by a checksum, because a question may be too long for a name. */
    private Path file(String question) {
        CRC32C sum = new CRC32C();
        sum.update(question.getBytes(StandardCharsets.UTF_8));
        return cache.resolve(DIRECTORY).resolve(Long.toHexString(sum.getValue()));
    }
}
