package org.sistercityimpact.check.contract;

import java.io.Serializable;

/**
 * What a rule says when it is broken. {@code {name}} in a text stands for a cell of the row, and
 * for a few words of the rule's own.
 *
 * @param code stable kebab-case name of the kind of problem
 * @param message what is wrong
 * @param fix what to write instead
 */
public record Wording(String code, String message, String fix) implements Serializable {}
