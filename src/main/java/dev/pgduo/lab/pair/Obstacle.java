package dev.pgduo.lab.pair;

/**
 * Why a standby does not stream, or cannot be started.
 *
 * @param situation the kind
 * @param why a phrase, or the line of the log that says it
 * @param slot the standby's slot on its primary, or an empty text
 * @param setting the setting that is too low, on the standby or for the copy that has to be made on the primary; or an empty text
 * @param value what it has to be at least, or an empty text
 */
public record Obstacle(Situation situation, String why, String slot, String setting, String value) {
    static Obstacle of(Situation situation, String why, String slot) {
        return new Obstacle(situation, why, slot, "", "");
    }
}
