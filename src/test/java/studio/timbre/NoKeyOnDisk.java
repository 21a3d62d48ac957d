package studio.timbre;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.io.TempDir;

/** After every test of the suite: no key lies in the folders that it wrote to. Projects, logs, event files and crash reports are there. */
public final class NoKeyOnDisk implements AfterEachCallback, InvocationInterceptor {

  @Override
  public void afterEach(ExtensionContext context) throws IllegalAccessException {
    Object test = context.getRequiredTestInstance();
    for (Class<?> type = test.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(TempDir.class) && field.getType() == Path.class) {
          field.setAccessible(true);
          check((Path) field.get(Modifier.isStatic(field.getModifiers()) ? null : test));
        }
      }
    }
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    invocation.proceed();
    checkArguments(method);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    invocation.proceed();
    checkArguments(method);
  }

  private static void checkArguments(ReflectiveInvocationContext<Method> method) {
    var parameters = method.getExecutable().getParameters();
    for (int index = 0; index < parameters.length; index++) {
      if (parameters[index].isAnnotationPresent(TempDir.class)
          && method.getArguments().get(index) instanceof Path folder) {
        check(folder);
      }
    }
  }

  private static void check(Path folder) {
    List<String> found = folder == null ? new ArrayList<>() : CanaryKeys.in(folder);
    if (!found.isEmpty()) {
      throw new AssertionError("a key was written to " + String.join(", ", found));
    }
  }
}
