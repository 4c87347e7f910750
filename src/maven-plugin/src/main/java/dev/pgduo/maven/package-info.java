/** pgduo's goals for Maven. Each runs the program in a JVM of its own: Maven has other versions of some of its classes. */
package dev.pgduo.maven;
