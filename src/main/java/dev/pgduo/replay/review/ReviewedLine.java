package dev.pgduo.replay.review;

/**
 * A line of a lab file that a person should read before it is played.
 *
 * @param number 1-based, in the file
 * @param text as it stands in the file, without the blanks around it
 */
public record ReviewedLine(int number, String text) {}
