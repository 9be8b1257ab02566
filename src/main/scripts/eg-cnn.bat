@echo off
rem Starts the command line of EG-CNN for Fiji; see 'eg-cnn --help'.
rem Environment: JAVA_HOME, EG_CNN_JAVA_OPTIONS (such as -Xmx8g), TF_CPP_MIN_LOG_LEVEL.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "VERSION="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /c:" version "') do if not defined VERSION set "VERSION=%%~v"
if not defined VERSION goto nojava
for /f "tokens=1 delims=.-" %%v in ("%VERSION%") do set "VERSION=%%v"
if %VERSION% LSS 17 goto nojava
set "NATIVE="
if %VERSION% GEQ 22 set "NATIVE=--enable-native-access=ALL-UNNAMED"
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=2"
"%JAVA%" -Djava.awt.headless=true %EG_CNN_JAVA_OPTIONS% %NATIVE% -cp "%~dp0..\lib\*" org.egcnn.cli.Main %*
exit /b %ERRORLEVEL%
:nojava
echo eg-cnn: Java 17 or newer is needed. Install it, or set JAVA_HOME 1>&2
exit /b 2
