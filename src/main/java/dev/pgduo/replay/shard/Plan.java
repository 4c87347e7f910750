package dev.pgduo.replay.shard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The work that several runs do together, as each of them knows it.
 *
 * @param hash equal for runs with the same labs and their texts, servers, options, and division
 * @param cells the number of labs on servers in all shards together
 * @param shard the part of this run
 */
public record Plan(String hash, int cells, Shard shard) {
    /**
     * A plan.
     *
     * @param facts all facts that it depends on, in order
     */
    public static Plan of(List<String> facts, int cells, Shard shard) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String fact : facts) {
                byte[] bytes = fact.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return new Plan(HexFormat.of().formatHex(digest.digest()), cells, shard);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
