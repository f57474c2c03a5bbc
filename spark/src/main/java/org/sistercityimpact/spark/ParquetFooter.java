package org.sistercityimpact.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;

/**
 * What a Parquet file says of itself, read here rather than by a job on the cluster.
 *
 * @param columns names and types as Spark reads them
 * @param rows how many rows it holds
 */
record ParquetFooter(StructType columns, long rows) {
  /** Reads the footer of the file at {@code uri}. */
  static ParquetFooter read(String uri, Configuration conf) {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(new Path(uri), conf),
            // Without it Hadoop reads all of its default settings anew for each file.
            HadoopReadOptions.builder(conf).build())) {
      return new ParquetFooter(
          new ParquetToSparkSchemaConverter(SQLConf.get())
              .convert(reader.getFileMetaData().getSchema()),
          reader.getRecordCount());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
