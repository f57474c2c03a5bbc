package org.sistercityimpact.cli;

import java.nio.file.Path;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Location;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A folder of this machine, or the URI of storage that machines share. */
final class LocationConverter implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    try {
      return Location.of(text);
    } catch (ConfigurationException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
