package org.sistercityimpact.check;

import java.io.Serializable;

/**
 * What a file is checked against besides its contract. Whatever is not known is not checked.
 *
 * @param memberId who submits, as the registry spells it; null: registry table, or not known
 * @param dataYear the reporting year; null: registry table, or not known
 * @param registry members and partnerships; null: not known
 */
public record Context(String memberId, Integer dataYear, Registry registry)
    implements Serializable {}
