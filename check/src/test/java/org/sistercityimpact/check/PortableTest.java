package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.check.contract.Contracts;

/** What the checker needs can be sent to another machine, and gives the same answer there. */
class PortableTest {
  private static final byte[] FILE =
      "exchange_id,partnership_id,direction,purpose,start_date,people,lodging\nE1,Trier,virtual,youth,2025-05-05,9,\nE2,Bonn,virtual,youth,2024-05-05,9,\n"
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);

  @Test
  void contractsAndContextTravel() throws Exception {
    Contracts contracts = sent(Submission.CONTRACTS);
    Context context = sent(Submission.FORT_WORTH_2025);
    assertEquals(
        answer(Submission.CONTRACTS, Submission.FORT_WORTH_2025), answer(contracts, context));
    assertEquals(3, sent(answer(contracts, context)).size());
  }

  private static ArrayList<Problem> answer(Contracts contracts, Context context) {
    ArrayList<Problem> found = new ArrayList<>();
    Problems problems =
        new Problems() {
          @Override
          public void add(Problem problem) {
            found.add(problem);
          }

          @Override
          public void discard() {
            found.clear();
          }
        };
    new Checker(contracts.named("exchanges").orElseThrow(), contracts)
        .check(FILE, context, problems);
    return found;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Serializable> T sent(T object)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
