package studio.timbre.train.torch;

import java.nio.file.*;
import java.util.*;
import studio.timbre.model.*;
import studio.timbre.train.*;
import studio.timbre.weights.*;

class LlamaLab {
  public static void main(String[] args) throws Exception {
    var base = BaseModels.open(Path.of("/opt/models/SmolLM2-135M-Instruct.Q4_1.gguf"));
    long t = System.nanoTime();
    var lora = new Lora(base.config(), LoraSpec.DEFAULT);
    // A(i) = sin(i)/..., B likewise
    var values = Tensors.memory(lora.values());
    lora.initialise(1);
    try (var s = new Scope()) {
      for (int l = 0; l < lora.layers(); l++)
        for (var g : lora.layer(l))
          for (var p : g.pairs()) {
            fill(p.a(), 0.02, l);
            fill(p.b(), 0.01, l + 1);
          }
    }
    var model = new LoraModel(base, lora);
    System.out.println("loaded " + (System.nanoTime() - t) / 1e9);
    int n = Integer.parseInt(args[0]), B = Integer.parseInt(args[1]);
    var rnd = new Random(5);
    var examples = new ArrayList<Example>();
    for (int b = 0; b < B; b++) {
      int len = n - 7 * b;
      var tok = new int[len];
      var tr = new boolean[len];
      for (int i = 0; i < len; i++) {
        tok[i] = (int) ((i * 7919L + b * 104729L) % 49152);
        tr[i] = i >= len / 2 && i < len - 3;
      }
      examples.add(new Example(b, tok, tr));
    }
    int ans = examples.stream().mapToInt(Example::answerTokens).sum();
    System.out.println("answers " + ans);
    System.out.println("loss " + model.loss(examples) / ans);
    System.out.println("loss " + model.accumulate(examples, 1.0 / ans) / ans);
    try (var s = new Scope()) {
      for (int l : new int[] {0, 15, 29})
        for (var g : lora.layerGradients(l))
          for (var p : g.pairs())
            System.out.println(
                l
                    + " "
                    + p.projection().shortName()
                    + " A "
                    + p.a().norm().item_float()
                    + " "
                    + p.a().flatten().narrow(0, 777, 1).item_float()
                    + " B "
                    + p.b().norm().item_float()
                    + " "
                    + p.b().flatten().narrow(0, 777, 1).item_float());
    }
    System.out.println(model.step(0, 1, 0));
    if (args.length > 2)
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        t = System.nanoTime();
        double loss = model.accumulate(examples, 1.0 / ans);
        long t2 = System.nanoTime();
        model.step(1e-4, 1, 0);
        long t3 = System.nanoTime();
        int tokens = examples.stream().mapToInt(Example::length).sum();
        System.out.printf(
            "step %.3f s opt %.3f  %.0f tok/s loss %.4f%n",
            (t2 - t) / 1e9, (t3 - t2) / 1e9, tokens / ((t3 - t) / 1e9), loss / ans);
      }
    System.out.println(
        Files.readString(Path.of("/proc/self/status"))
            .lines()
            .filter(x -> x.startsWith("VmHWM"))
            .toList());
  }

  static void fill(org.bytedeco.pytorch.Tensor t, double amp, int k) {
    long n = t.numel();
    var f = new float[(int) n];
    for (int i = 0; i < n; i++) f[i] = (float) (amp * Math.sin(0.37 * i + k));
    t.copy_(org.bytedeco.pytorch.global.torch.tensor(f).view(t.size(0), t.size(1)));
  }
}
