@echo off
rem Runs Sister City Impact on Windows, as the file impact does elsewhere: builds it at its first use.
rem After a change of sources delete cli\target\impact\built. Spark is started on Linux, macOS or WSL alone.
setlocal
set "home=%~dp0"
set "home=%home:~0,-1%"
set "app=%home%\cli\target\impact"
set "options=%home%\cli\launcher\java-options"
set "log=%home%\target\impact-build.log"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -version >nul 2>&1
if errorlevel 1 goto no_java
if exist "%app%\built" goto run

call mvn --version >nul 2>&1
if errorlevel 1 goto no_maven
echo Building Sister City Impact (the first use takes a few minutes) 1>&2
if not exist "%home%\target" mkdir "%home%\target"
call mvn -B -ntp -q -DskipTests -f "%home%\pom.xml" -pl cli -am package >"%log%" 2>&1
if errorlevel 1 goto not_built
type nul >"%app%\built"

:run
set compiler="@%options%-quick"
for %%c in (publish rebuild) do if "%~1"=="%%c" set compiler="@%options%-full"
rem Names in any script are printed as UTF-8.
chcp 65001 >nul
"%java%" "@%options%" "-Dimpact.home=%home%" -Dimpact.terminal=false %compiler% %IMPACT_JAVA_OPTS% -jar "%app%\impact.jar" %*
exit /b %ERRORLEVEL%

:no_java
echo Cannot start impact: no 'java' found (install a JDK, 17 or newer, or set JAVA_HOME) 1>&2
exit /b 2

:no_maven
echo Cannot build impact: no 'mvn' found (install Apache Maven 3.8 or newer) 1>&2
exit /b 2

:not_built
echo Cannot build impact: see %log% 1>&2
exit /b 2
